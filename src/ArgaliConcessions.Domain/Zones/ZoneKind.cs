namespace ArgaliConcessions.Domain.Zones;

/// <summary><c>Hunting</c>: a permit may name it; its edge is inside. <c>Closed</c>: no hunting; its edge is not closed.</summary>
public enum ZoneKind
{
    Hunting,
    Closed,
}

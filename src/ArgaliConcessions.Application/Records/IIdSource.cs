namespace ArgaliConcessions.Application.Records;

/// <summary>Where ids of commits, jobs and the like come from, and the salts of personal rows: hence they cannot be guessed.</summary>
public interface IIdSource
{
    /// <summary>A new id: 26 characters of <c>a-z2-7</c>, unique and unguessable (130 bits).</summary>
    string NewId();
}

namespace ArgaliConcessions.Functions.Http;

/// <summary>Reads an <see cref="Access"/>.</summary>
public static class AccessRules
{
    /// <summary>Whether a role is among those admitted.</summary>
    public static bool Admits(this Access access, Role role) => (access & Flag(role)) != 0;

    private static Access Flag(Role role) => role switch
    {
        Role.Authority => Access.Authority,
        Role.Inspector => Access.Inspector,
        Role.Holder => Access.Holder,
        Role.Auditor => Access.Auditor,
        Role.Link => Access.Link,
        _ => Access.Public,
    };
}

namespace ArgaliConcessions.Functions.Http;

/// <summary>What a caller is to the authority.</summary>
public enum Role
{
    /// <summary>Nobody in particular: public routes only.</summary>
    Anyone,

    /// <summary>Registers, issues, decides.</summary>
    Authority,

    /// <summary>Checks permits in the field, records inspections.</summary>
    Inspector,

    /// <summary>Runs concessions; sees only its own.</summary>
    Holder,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Came by a signed link: reads the one page that it opens.</summary>
    Link,
}

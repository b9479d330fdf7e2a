namespace ArgaliConcessions.Functions.Http;

/// <summary>Who may call a route. The empty value admits nobody: a route must say whom it serves.</summary>
[Flags]
public enum Access
{
    Nobody = 0,
    Authority = 1,
    Inspector = 2,
    Holder = 4,
    Auditor = 8,

    /// <summary>Also whoever holds a signed, unexpired link (<c>?link=</c>) to this very path.</summary>
    Link = 16,

    /// <summary>Everyone; no token is asked for, and one that is sent is not looked at.</summary>
    Public = 32,

    /// <summary>Also whoever has signed in to the console: only routes with this flag look at the session's cookie, so that no other can be called by forgery.</summary>
    Console = 64,

    /// <summary>Every role.</summary>
    Read = Authority | Inspector | Holder | Auditor,

    InspectorOrAuthority = Inspector | Authority,

    AuditorOrAuthority = Auditor | Authority,

    /// <summary>Everyone but the holders.</summary>
    Officials = Authority | Inspector | Auditor,

    /// <summary>Those who report a hunt's outcome; the holder for its own concessions only.</summary>
    HarvestReporters = Holder | Inspector | Authority,

    /// <summary>Those who see findings; the holder those of its own concessions only.</summary>
    FindingReaders = Authority | Auditor | Holder,
}

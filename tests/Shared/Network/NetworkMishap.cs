namespace ArgaliConcessions.Tests;

/// <summary>What befalls one request between the program and the Table service.</summary>
public enum NetworkMishap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It takes its time.</summary>
    Delayed,

    /// <summary>The connection is cut before the service has heard of it.</summary>
    CutBefore,

    /// <summary>The service has done it; the connection is cut before a word of the reply.</summary>
    ReplyDropped,

    /// <summary>The service has done it; the reply breaks off in the middle.</summary>
    ReplyTorn,

    /// <summary>Turned away unseen: 503 with a Retry-After.</summary>
    Busy,

    /// <summary>Turned away unseen: 429.</summary>
    Throttled,

    /// <summary>500 from something on the way that did not pass it on.</summary>
    BrokenBefore,

    /// <summary>500 although the service has done it.</summary>
    BrokenAfter,

    /// <summary>503 although the service has done it.</summary>
    BusyAfter,

    /// <summary>A page of somebody else's instead of the reply, although the service has done it.</summary>
    Garbled,

    /// <summary>404 of a gateway, in HTML, although the service has done it.</summary>
    ForeignNotFound,

    /// <summary>412 of a gateway, although the service has done it.</summary>
    ForeignPrecondition,

    /// <summary>A commit that the service has done is answered with an empty list of parts; another request with nothing.</summary>
    NoParts,

    /// <summary>It reaches the service after whoever sent it has given up and tried again.</summary>
    Late,
}

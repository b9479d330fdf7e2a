using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>How the first step of an allocation ended.</summary>
public abstract record BeginResult
{
    public sealed record Begun(LineOperation Operation) : BeginResult;

    /// <summary>Another operation on the line has not ended: carry it on first (<see cref="OperationsUnderWay"/>).</summary>
    public sealed record UnderWay(string Operation) : BeginResult;

    public sealed record NoQuota : BeginResult;

    public sealed record Exceeded(Revision<NationalQuota> Quota, int Allocated) : BeginResult;

    /// <summary>The store is busy or its answer unknown.</summary>
    public sealed record Busy : BeginResult;
}

/// <summary>How the line took the change.</summary>
public abstract record ApplyResult
{
    public sealed record Applied : ApplyResult;

    /// <summary>The line has changed since the operation was drafted.</summary>
    public sealed record Moved : ApplyResult;

    /// <summary>More animals are on permits and reserved than the line would have.</summary>
    public sealed record BelowIssued(int Held) : ApplyResult;

    /// <summary>The store is busy or its answer unknown; the operation stays noted and is settled later.</summary>
    public sealed record Busy : ApplyResult;
}

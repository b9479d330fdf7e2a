using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>A permit with all that came of it; current versions only, in the order of their ids.</summary>
public sealed record PermitFile(Permit Permit, IReadOnlyList<Harvest> Harvests, IReadOnlyList<Inspection> Inspections);

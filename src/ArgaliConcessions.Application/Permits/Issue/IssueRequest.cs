using System.Collections.Immutable;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>What a clerk asks for when a permit is to be issued; the class of animal comes from the quota line.</summary>
/// <param name="Ranges">By first day, without overlap.</param>
/// <param name="Animals">How many may be taken, 1 or more.</param>
/// <param name="Reservation">The id of the line's reservation that keeps its place; null for none.</param>
/// <param name="Paper">The number of the form it is printed on, where it has one of its own.</param>
public sealed record IssueRequest(
    string Concession, string Year, string Line, HunterDetails Hunter, string? Outfitter, ImmutableArray<string> Zones,
    ImmutableArray<DateInterval> Ranges, LocalDate FeePaidOn, string? Weapon, string? Tag, ImmutableArray<string> Party,
    int Animals, PaperNumber? Paper, string? Reservation = null);

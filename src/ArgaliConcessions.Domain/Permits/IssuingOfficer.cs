namespace ArgaliConcessions.Domain.Permits;

/// <summary>Who issued a permit (R35).</summary>
/// <param name="Subject">The subject of the token that asked for it; null on imported permits.</param>
/// <param name="Name">As the token or the imported list gives it; null where neither does.</param>
public sealed record IssuingOfficer(string? Subject, string? Name);

using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>Short ways to write a check's answer.</summary>
internal static class Checks
{
    public static VerdictCheck Pass(string check, Evidence? evidence = null, LawRef? law = null) =>
        new(check, CheckResult.Pass, null, law, evidence ?? Evidence.None);

    public static VerdictCheck Fail(string check, string code, Evidence evidence, LawRef? law = null) => new(check, CheckResult.Fail, code, law, evidence);

    public static VerdictCheck CannotTell(string check, string code, Evidence? evidence = null, LawRef? law = null) =>
        new(check, CheckResult.CannotTell, code, law, evidence ?? Evidence.None);

    /// <param name="missing">What would have to be given or known.</param>
    public static VerdictCheck NotAsked(string check, string missing) => new(check, CheckResult.NotAsked, missing, null, Evidence.None);
}

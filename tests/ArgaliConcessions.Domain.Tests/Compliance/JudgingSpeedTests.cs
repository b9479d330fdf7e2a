using System.Diagnostics;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

public sealed class JudgingSpeedTests
{
    /// <summary>A night's sweep is 50,000 permits: what is kept of the law must not be computed again for each. The bound is ten times what a slow machine needs.</summary>
    [Fact]
    public void PermitRules_ManyPermitsOfOneConcession_TakeMicroseconds()
    {
        var law = A.Law().Build();
        var files = Enumerable.Range(1, 2000).Select(serial => Judged.Case(A.Permit(serial), law, A.Kill())).ToList();
        Sweep(files[..200]);
        var watch = Stopwatch.StartNew();
        Sweep(files);
        Assert.InRange(watch.Elapsed.TotalMicroseconds / files.Count, 0, 500);
    }

    private static void Sweep(List<PermitCase> files)
    {
        foreach (var file in files) Assert.DoesNotContain(RuleBook.PermitRules.SelectMany(rule => rule.Judge(file)), answer => answer is RuleAnswer.Flagged);
    }
}

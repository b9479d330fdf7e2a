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
        // The fastest of many batches: what else runs on the machine only makes them slower.
        Assert.InRange(files.Chunk(50).Min(Microseconds), 0, 500);
    }

    /// <summary>For one permit of a batch.</summary>
    private static double Microseconds(PermitCase[] batch)
    {
        var watch = Stopwatch.StartNew();
        Sweep(batch);
        return watch.Elapsed.TotalMicroseconds / batch.Length;
    }

    private static void Sweep(IEnumerable<PermitCase> files)
    {
        foreach (var file in files) Assert.DoesNotContain(RuleBook.PermitRules.SelectMany(rule => rule.Judge(file)), answer => answer is RuleAnswer.Flagged);
    }
}

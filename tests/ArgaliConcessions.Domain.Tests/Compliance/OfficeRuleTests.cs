using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R34 and R35: what the office itself may get wrong.</summary>
public sealed class OfficeRuleTests
{
    private static readonly HunterSummary Other = new(A.Name("Somebody Else"), "ELSE SOMEBODY", "DE", "4711");

    private static readonly HunterSummary SameMan = new(LocalizedNames.Of("ru", "Другая запись"), "HUNTER, INVENTED", "DE", "4711");

    private static RuleAnswer Twice(Permit permit, params DocumentBearer[] others) => Judged.OfPermit<DocumentTwice>(Judged.Case(permit) with { SameDocument = others });

    [Fact]
    public void R34_OneDocumentOfAYear_IsAlwaysToBeChecked()
    {
        var same = Twice(A.Permit(), new DocumentBearer("P2", "2014", SameMan)).Is(Severity.Notice, FindingCause.AtIssue);
        Assert.Equal(("same-name", "[P2]", "4711"), (same.Told("kind"), same.Told("otherPermits"), same.Told("documentEndsWith")));
        var other = Twice(A.Permit(), new DocumentBearer("P3", "2014", Other), new DocumentBearer("P2", "2014", SameMan));
        Assert.Equal(("other-name", "[P2 P3]"), (Judged.Flag(other).Told("kind"), Judged.Flag(other).Told("otherPermits")));
    }

    [Fact]
    public void R34_AnotherYear_IsFlaggedUnderAnotherNameOnly()
    {
        Twice(A.Permit(), new DocumentBearer("P2", "2013", SameMan)).Passes();
        var flagged = Judged.Flag(Twice(A.Permit(), new DocumentBearer("P2", "2013", SameMan), new DocumentBearer("P3", "2015", Other)));
        Assert.Equal(("other-name", "[P3]"), (flagged.Told("kind"), flagged.Told("otherPermits")));
    }

    [Theory]
    [InlineData(PermitStatus.Revoked, false)]
    [InlineData(PermitStatus.Returned, false)]
    [InlineData(PermitStatus.Suspended, true)]
    [InlineData(PermitStatus.Issued, true)]
    public void R34_GivenBackWithoutATake_IsPassedOver(PermitStatus status, bool flagged)
    {
        var permit = A.Permit() with { StatusChanges = [new(status, A.Date("2014-10-21"), A.Recorded, "reason", "officer")] };
        var file = Judged.Case(permit) with { SameDocument = [new DocumentBearer("P2", "2014", Other)] };
        Assert.Equal(flagged ? 1 : 0, Judged.By<DocumentTwice>(file).Count);
        Judged.OfPermit<DocumentTwice>(file with { Harvests = [A.Kill()] }).Is(Severity.Notice, FindingCause.AtIssue);
    }

    [Fact]
    public void R34_NoOtherPermit_PassesWhereThereIsADocument()
    {
        Twice(A.Permit()).Passes();
        Assert.Empty(Judged.By<DocumentTwice>(Judged.Case(A.Permit() with { Hunter = Other with { DocumentEndsWith = null } })));
    }

    private static RuleAnswer Himself(IssuingOfficer? officer, string? document = null, params string[] party) =>
        Judged.OfPermit<IssuedToHimself>(Judged.Case(A.Permit() with { IssuedBy = officer, Party = [.. party] }) with { DocumentNumber = document });

    [Theory]
    [InlineData("office-7", "Hunter Invented")]
    [InlineData("office-7", "INVENTED-HUNTER")]
    [InlineData("Invented Hunter", null)]
    [InlineData("invented.hunter@wildlife.example", null)]
    public void R35_HunterIsTheOfficer_IsAViolation(string subject, string? name) =>
        Assert.Equal("hunter", Himself(new(subject, name)).Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));

    [Fact]
    public void R35_OfficerOfTheParty_IsAViolation()
    {
        var flagged = Himself(new("office-7", "Ivan Petrov"), null, "Guide One", "Петров Иван", "Petrov Ivan").Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("party", "Ivan Petrov", "Petrov Ivan"), (flagged.Told("kind"), flagged.Told("officer"), flagged.Told("person")));
    }

    [Fact]
    public void R35_NameWithinAName_IsToBeChecked()
    {
        Himself(new("office-7", "Ivan Petrov"), null, "Petrov Ivan Sergeevich, guide").Is(Severity.Notice, FindingCause.AtIssue);
        Himself(new("office-7", "Ivan Petrov"), null, "Petrov Igor").Passes();
        Himself(new("petrov", null), null, "Petrov Ivan").Passes();
    }

    [Fact]
    public void R35_OfficersAccountIsTheDocument_IsAViolationWhereItIsKnown()
    {
        Assert.Equal("document", Himself(new("c01x-4711", null), "C01X 4711").Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));
        Himself(new("c01x-4711", null)).Passes();
        Himself(new("c01x-4711", null), "C01X4712").Passes();
    }

    [Fact]
    public void R35_AnotherOfficerOrUnknown_PassesOrSaysSo()
    {
        Himself(new("office-7", "Invented Clerk"), null, "Guide One").Passes();
        Himself(new(null, "Invented Clerk")).Passes();
        Himself(null).Misses("officer");
    }

    [Fact]
    public void Ruling_ReasonForRefusal_IsR35AtIssueAndNeverR34()
    {
        var file = Judged.Case(A.Permit() with { IssuedBy = new("office-7", "Invented Hunter") }) with { SameDocument = [new DocumentBearer("P2", "2014", Other)] };
        Assert.Equal(IssuedToHimself.Code, Assert.Single(IssueRuling.Judge(file).Broken).Rule.Code);
    }

    [Theory]
    [InlineData("O'Neil", "ONEIL")]
    [InlineData("Семёнов Пётр", "ПЕТР СЕМЕНОВ")]
    [InlineData("Ｊｏｈｎ Doe", "doe john")]
    public void NameKey_OneNameByTwoHands_IsOneKey(string one, string other) => Assert.Equal(NameKey.Of(one), NameKey.Of(other));
}

using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Tests.Permits;

/// <summary>Who issues to whom through whom, and on which document: R14, R34 and R35 at issue.</summary>
public sealed class OfficeTests
{
    private static async Task<(TestRegister Register, Func<IssueRequest, string?, Task<Outcome<PermitAnswer>>> Issue)> OpenAsync()
    {
        var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(3);
        return (register, (request, name) => register.Issue.RunAsync(request, TestRegister.Key(name ?? "k"), TestRegister.Clerk with { Name = name }, default));
    }

    private static Reason Refused(Outcome<PermitAnswer> outcome) => Assert.Single(Assert.IsType<Outcome<PermitAnswer>.Refused>(outcome).Refusal.Reasons);

    [Fact]
    public async Task RunAsync_OutfitterOfNoLine_CannotBeJudged()
    {
        var (register, issue) = await OpenAsync();
        using var _ = register;
        var reason = Refused(await issue(Requests.Lawful with { Outfitter = "Somebody" }, null));
        Assert.Equal(("cannot-be-judged", "/outfitter"), (reason.Code, reason.Pointer));
        Assert.Equal(0, (await register.BalanceAsync()).Held);
    }

    [Fact]
    public async Task RunAsync_OfficerIsTheHunterOrOfTheParty_IsRefused()
    {
        var (register, issue) = await OpenAsync();
        using var _ = register;
        var hunter = Refused(await issue(Requests.Lawful, "Hunter, Invented"));
        Assert.Equal(("issued-to-himself", "/hunter"), (hunter.Code, hunter.Pointer));
        var party = Refused(await issue(Requests.Lawful with { Party = ["Guide One", "Ivan Petrov"] }, "Petrov Ivan"));
        Assert.Equal(("issued-to-himself", "/party"), (party.Code, party.Pointer));
        var account = Refused(await issue(Requests.Lawful with { Hunter = Requests.Lawful.Hunter with { DocumentNumber = "cle-rk" } }, null));
        Assert.Equal(("issued-to-himself", "/hunter"), (account.Code, account.Pointer));
    }

    [Fact]
    public async Task RunAsync_Issued_RecordsTheOfficer()
    {
        var (register, issue) = await OpenAsync();
        using var _ = register;
        var issued = Assert.IsType<Outcome<PermitAnswer>.Done>(await issue(Requests.Lawful, "Another Clerk")).Value.Permit;
        Assert.Equal(new IssuingOfficer("clerk", "Another Clerk"), issued.IssuedBy);
    }

    [Fact]
    public async Task RunAsync_SameDocumentTwice_IsIssuedAndFoundByEitherSpelling()
    {
        var (register, issue) = await OpenAsync();
        using var _ = register;
        await issue(Requests.Lawful, null);
        Assert.IsType<Outcome<PermitAnswer>.Done>(await issue(Requests.Lawful with { Hunter = Requests.Lawful.Hunter with { DocumentNumber = "с01х-4711" } }, "Another Clerk"));
        Assert.Equal([1, 2], (await register.Documents.BearersAsync(DocumentIndex.KeyOf("C01X 4711")!, default)).Select(p => p.Serial));
        var noted = await register.Store.ListAsync(Partitions.Duplicates, RowRange.All, default).ToListAsync();
        Assert.Equal($"document/{DocumentIndex.KeyOf("C01X4711")}", Assert.Single(noted).Key.Row);
    }

    [Fact]
    public async Task BearersAsync_EntryOfAPermitThatNeverCame_LeadsToNothing()
    {
        var (register, issue) = await OpenAsync();
        using var _ = register;
        var issued = Assert.IsType<Outcome<PermitAnswer>.Done>(await issue(Requests.Lawful, null)).Value.Permit;
        await register.Documents.AddAsync(issued with { Serial = 2 }, "ZZ99999", default);
        await register.Documents.AddAsync(issued, "ZZ99999", default);
        Assert.Empty(await register.Documents.BearersAsync(DocumentIndex.KeyOf("ZZ99999")!, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("passport")]
    [InlineData("1234")]
    public void KeyOf_WhatIsNoNumber_IsNone(string? written) => Assert.Null(DocumentIndex.KeyOf(written));

    [Fact]
    public void QuotaLine_OfBeforeOutfitters_SaysNothingAboutThem()
    {
        var old = RecordJson.Read<Domain.Quotas.QuotaLine>("""{"taxon":"polii","sex":"male","purpose":"trophy","animals":3}"""u8.ToArray());
        Assert.Null(old.Outfitters);
        var listed = old with { Outfitters = [new("firm", LocalizedNames.Of("en", "Firm"))] };
        Assert.Equal(listed, RecordJson.Read<Domain.Quotas.QuotaLine>(RecordJson.Write(listed)));
        Assert.Equal(old with { Outfitters = [] }, RecordJson.Read<Domain.Quotas.QuotaLine>(RecordJson.Write(old with { Outfitters = [] })));
    }
}

using System.Buffers.Binary;
using System.Text;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Pages.Papers;
using ArgaliConcessions.Functions.Pages.Papers.Pdf;
using ArgaliConcessions.Functions.Wording;
using NodaTime;
using QRCoder;
using UglyToad.PdfPig;

namespace ArgaliConcessions.Functions.Tests.Pages;

public sealed class PaperFormTests
{
    private const string Link = "https://permits.example.org/api/console/check/TJ-2015-KT7-00001-X";

    /// <summary>What Kyrgyz and Tajik have beside Russian, and what passports bring along.</summary>
    private const string Letters = "ң ө ү Ң Ө Ү ғ ӣ қ ӯ ҳ ҷ Ғ Ӣ Қ Ӯ Ҳ Ҷ ё Ё ў Ў ä ö ü ß é ñ ł ş ğ ı № « » – … ° ’ ×";

    private static readonly Texts English = Texts.For(Language.English);

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Page_InEachLanguage_IsSelfContainedWithAllItsWords(string language) =>
        Papers.AssertSelfContained(PaperPage.Render(Form(Paper(), language), Texts.For(Language.Find(language)!)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pdf_InEachLanguage_SaysWhatThePageSays(string language)
    {
        var form = Form(Paper(), language);
        var text = Pressed(TextOf(PaperPdf.Render(form, Papers.At)));

        PaperLine[] lines = [.. form.Counterfoil.Lines, .. form.Permit.Lines, .. form.TearOffs.SelectMany(t => t.Lines), .. form.Zones, .. form.Acts];
        string[] words = [form.Title, form.Number, form.PaperNumber, form.Authority, form.Link, form.LinkNote, form.Foot, .. form.Notes, .. form.TearOffs.SelectMany(t => new[] { t.Heading, t.Instruction }), .. lines.SelectMany(l => new[] { l.Label, l.Value ?? "" })];
        Assert.Equal([], words.Select(Pressed).Where(w => !text.Contains(w, StringComparison.Ordinal)));
    }

    [Fact]
    public void Pdf_LettersOfTheRegion_AreExtractableAndTheirFontsEmbedded()
    {
        var form = Form(Paper(), "en") with { Title = Letters, Notes = [Letters] };
        var bytes = PaperPdf.Render(form, Papers.At);

        Assert.Equal(2, Count(Pressed(TextOf(bytes)), Pressed(Letters)));
        using var document = PdfDocument.Open(bytes);
        var fonts = document.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName).Distinct().ToList();
        Assert.All(fonts, f => Assert.Matches("^[A-Z]{6}\\+PT", f));
        Assert.Equal(2, fonts.Count);
        // Each of the two has its file within the document, and only the letters that are used.
        Assert.Equal(2, Count(Encoding.Latin1.GetString(bytes), "/FontFile2 "));
        Assert.InRange(bytes.Length, 20_000, 200_000);
    }

    /// <summary>Of a letter whose parts have parts a subset holds half (<c>maxComponentDepth</c> of the OpenType table <c>maxp</c>).</summary>
    [Fact]
    public void Fonts_AllOfThem_BuildNoLetterOfPartsOfParts()
    {
        var assembly = typeof(PaperPdf).Assembly;
        var fonts = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".ttf", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, fonts.Count);
        Assert.Contains(assembly.GetManifestResourceNames(), n => n.EndsWith(".Fonts.LICENSE.txt", StringComparison.Ordinal));
        Assert.All(fonts, name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = new byte[stream.Length];
            stream.ReadExactly(file);
            var entry = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4))).Select(i => 12 + (16 * i)).Single(at => Encoding.ASCII.GetString(file, at, 4) == "maxp");
            var table = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(entry + 8));
            Assert.Equal(1, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(table + 30)));
        });
    }

    [Theory]
    [InlineData(PermitStatus.Suspended, "suspended")]
    [InlineData(PermitStatus.Revoked, "revoked")]
    [InlineData(PermitStatus.Returned, "returned")]
    [InlineData(PermitStatus.Closed, "closed")]
    public void Paper_OfAPermitThatIsNotToBeHuntedOn_SaysSoAcrossEverySheet(PermitStatus status, string word)
    {
        var paper = Paper(Papers.Permit() with { StatusChanges = [new PermitStatusChange(status, new(2015, 9, 20), Papers.At, "As ordered.", "clerk")] });
        using var document = PdfDocument.Open(PaperPdf.Render(Form(paper, "en"), Papers.At));

        Assert.Contains($"<p class=\"across\">{word}</p>", PaperPage.Render(Form(paper, "en"), English), StringComparison.Ordinal);
        Assert.All(document.GetPages(), page => Assert.Contains(page.Letters, l => l.PointSize > 60));
        Assert.DoesNotContain("across\"", PaperPage.Render(Form(Paper(), "en"), English), StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_OfTheForm_HasTwoRangesOneAnimalAndTwoFieldsToTearOff()
    {
        var form = Form(Paper(Papers.Permit() with { Ranges = [new(new(2015, 10, 5), new(2015, 10, 20))] }), "en");

        Assert.Equal(["5 October 2015 to 20 October 2015", "–"], form.Permit.Lines.Where(l => l.Label.StartsWith("Dates of the hunt (", StringComparison.Ordinal)).Select(l => l.Value));
        Assert.Equal("trophy hunt", form.Permit.Lines[0].Value);
        Assert.Equal(["KILLED", "WOUNDED"], form.TearOffs.Select(t => t.Heading));
        Assert.Equal(["Date, in words", "Species", "Sex", "Age", "Weight, kg", "Place", "Hunter's signature"], form.TearOffs[0].Lines.Where(l => l.Value is null).Select(l => l.Label));
        Assert.Equal("To be filled in before the carcass is moved, and torn off.", form.TearOffs[0].Instruction);
        Assert.Equal("To be filled in at once. The animal may be followed up on the day of wounding and for 1 day after it.", form.TearOffs[1].Instruction);
    }

    [Fact]
    public void Paper_OfSeveralAnimals_HasAPairOfFieldsForEachAndSaysWhenThereAreMore()
    {
        Assert.Equal(["KILLED, animal 1 of 3", "WOUNDED, animal 1 of 3"], Form(Paper(Papers.Permit() with { Animals = 3 }), "en").TearOffs.Take(2).Select(t => t.Heading));
        var many = Form(Paper(Papers.Permit() with { Animals = 5000 }), "en");
        Assert.Equal(2 * PermitPaper.MostForms, many.TearOffs.Count);
        Assert.Contains(many.Notes, n => n.StartsWith("12 pairs of tear-off fields for 5,000 animals", StringComparison.Ordinal));
        using var document = PdfDocument.Open(PaperPdf.Render(many, Papers.At));
        Assert.InRange(document.NumberOfPages, 5, 12);
    }

    [Fact]
    public void Paper_ZoneThatIsClosedOnSomeDays_SaysSoBesideItsName()
    {
        var form = Form(Paper() with { Zones = [.. Papers.ClosedFromNovember()], ZoneCount = 130 }, "en");

        Assert.Equal("zone-1: Valley 1 (closed area, 1 November 2015 to 20 November 2015); zone-2", form.Permit.Lines.Single(l => l.Label == "Zones").Value);
        Assert.Contains("2 of 130 zones are shown.", form.Notes);
    }

    [Fact]
    public void Counterfoil_NameThatIsInThePassportToo_StandsOnce()
    {
        var hunter = Papers.Permit().Hunter;
        var same = Papers.Permit() with { Hunter = hunter with { Names = LocalizedNames.Of("en", hunter.AsInPassport!) } };

        Assert.Equal("HUNTER1 INVENTED; Invented Hunter 1 (Выдуманный Охотник 1)", Form(Paper(), "en").Counterfoil.Lines[0].Value);
        Assert.Equal("HUNTER1 INVENTED", Form(Paper(same), "en").Counterfoil.Lines[0].Value);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Page_AcrossIt_LongWordsAreSmaller(string language)
    {
        var used = Papers.Permit() with { Takes = [new TakeSummary("h1", new(2015, 9, 20), HarvestOutcome.Killed, "polii", null)] };
        var form = Form(Paper(used), language);

        Assert.Contains(language == "en" ? "class=\"across\"" : "class=\"across long\"", PaperPage.Render(form, Texts.For(Language.Find(language)!)), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_OfTheLink_HasTheModulesOfAQrCodeWithRoomForSoiling()
    {
        using var expected = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.Q);
        var code = QrSquares.Of(Link);

        var dark = code.Runs.SelectMany(r => Enumerable.Range(r.X, r.Length).Select(x => (x, r.Y))).ToHashSet();
        Assert.Equal(expected.ModuleMatrix.Count, code.Size);
        Assert.Equal(expected.ModuleMatrix.Sum(row => row.Cast<bool>().Count(b => b)), dark.Count);
        Assert.All(dark, d => Assert.True(expected.ModuleMatrix[d.Y][d.x]));
    }

    [Fact]
    public void Pdf_OfEndlessTexts_HasThemAll()
    {
        var party = Enumerable.Range(1, 400).Select(i => $"Participant-{i:000}").ToArray();
        var permit = Papers.Permit() with { Party = [.. party], Outfitter = new string('W', 900), Hunter = Papers.Permit().Hunter with { AsInPassport = Papers.Hostile } };
        var text = Pressed(TextOf(PaperPdf.Render(Form(Paper(permit), "en"), Papers.At)));

        Assert.Equal([], party.Where(p => !text.Contains(p, StringComparison.Ordinal)));
        Assert.Contains(new string('W', 900), text, StringComparison.Ordinal);
        Papers.AssertSelfContained(PaperPage.Render(Form(Paper(permit), "en"), English));
    }

    [Fact]
    public void Pdf_ManyAtOnce_AreAllWhole()
    {
        var texts = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(1, 13, serial => texts.Add($"{serial}: {TextOf(PaperPdf.Render(Form(Paper(Papers.Permit(serial)), serial % 2 == 0 ? "ky" : "tg"), Papers.At))}"));

        Assert.All(Enumerable.Range(1, 12), serial => Assert.Contains(
            Papers.Permit(serial).Number, texts.Single(t => t.StartsWith($"{serial}: ", StringComparison.Ordinal)), StringComparison.Ordinal));
    }

    private static PermitPaper Paper(Permit? permit = null) => new()
    {
        Permit = permit ?? Papers.Permit(), Authority = Papers.Authority, Terms = Papers.Terms, Purpose = QuotaPurpose.Trophy, Days = new(new(2015, 10, 5), new(2015, 11, 20)),
        Zones = [.. Papers.Zones(5, 500)], Acts = [new PaperAct(PaperActOf.Season, new("concession/demo-north/season/polii@1", Papers.Act))],
        On = new(2015, 10, 1), PrintedAt = Papers.At, TimeZone = DateTimeZoneProviders.Tzdb["Asia/Dushanbe"],
    };

    private static PaperForm Form(PermitPaper paper, string language) => new PaperWriter(paper, Texts.For(Language.Find(language)!), Link).Write();

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
    }

    /// <summary>Without blanks, which lines break at.</summary>
    private static string Pressed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}

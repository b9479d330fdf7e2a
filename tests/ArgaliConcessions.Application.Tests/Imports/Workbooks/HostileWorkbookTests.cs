using System.IO.Compression;
using System.Text;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Tests.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Tests.Imports.Workbooks;

/// <summary>Workbooks that no honest clerk sends, and some that he does: told in words, within bounds, never an exception.</summary>
public class HostileWorkbookTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Signs = "<>&\"'=/ 019-xr\u0001\uFFFF";
    private static readonly object[] Header = ["concession", "year", "taxon", "number", "from", "to", "hunter"];

    private static string[] Codes(byte[] bytes) => [.. new ListFile(bytes).Read(PermitColumns.All).Faults.Select(f => f.Code).Distinct()];

    private static TestWorkbook Sound(int rows = 3)
    {
        var workbook = new TestWorkbook();
        var sheet = workbook.Sheet().Row("List of 2014").Row(Header).Merge("A1:G1");
        for (var i = 0; i < rows; i++) sheet.Row("KT7", 2014, "polii", $"{i:0000}", new LocalDate(2014, 9, 1), new LocalDate(2014, 12, 15), sheet.Rich("Jan", " Novak"));
        return workbook;
    }

    /// <summary>The workbook with the text of one of its parts changed, or a part added.</summary>
    private static byte[] With(byte[] workbook, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part);
            var text = "";
            if (entry is not null)
            {
                using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
                entry.Delete();
            }

            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }

    private static string SheetOf(string rows) => $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>";

    [Fact]
    public void Read_OfAnotherKindOfFile_SaysWhatItIs()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]];

        Assert.Equal(["old-workbook"], Codes(compound));
        Assert.Equal(["encrypted-workbook"], Codes([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal(["macro-workbook"], Codes(Sound().Bytes(SpreadsheetDocumentType.MacroEnabledWorkbook)));
        Assert.Equal(["macro-workbook"], Codes(With(Sound().Bytes(), "xl/vbaProject.bin", _ => "x")));
        Assert.Equal(["not-a-workbook"], Codes(Zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));
        Assert.Equal(["damaged-workbook"], Codes("PK\u0003\u0004 and then nothing of the kind"u8.ToArray()));
    }

    [Fact]
    public void Read_ExternalEntity_IsNotFollowed()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "unspeakable");
        var table = new ListFile(With(Sound().Bytes(), Sheet, x => $"<!DOCTYPE a [<!ENTITY b SYSTEM \"file://{secret}\">]>" + SheetOf("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>"))).Read(PermitColumns.All);
        File.Delete(secret);

        Assert.Equal("damaged-workbook", Assert.Single(table.Faults).Code);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public void Read_EntitiesThatGrow_AreRefused()
    {
        var bomb = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};\">"));
        Assert.Equal(["damaged-workbook"], Codes(With(Sound().Bytes(), "xl/sharedStrings.xml", _ => $"<!DOCTYPE a [<!ENTITY e0 \"ha\">{bomb}]><sst xmlns=\"{Main}\"><si><t>&e30;</t></si></sst>")));
    }

    [Fact]
    public void Read_ZipThatUnpacksForEver_IsRefused()
    {
        Assert.Equal(["workbook-too-large"], Codes(Blown(Sound().Bytes(), Sheet, 300)));
        Assert.Equal(["workbook-too-large"], Codes(Blown(Sound().Bytes(), "[Content_Types].xml", 2)));
        Assert.Equal(["workbook-too-large"], Codes(Blown(Sound().Bytes(), "xl/_rels/workbook.xml.rels", 2)));
        // The list of contents may call any file a sheet.
        Assert.Equal(["workbook-too-large"], Codes(Blown(Sound().Bytes(), "xl/worksheets/sheet.dat", 300)));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 2_001; i++) zip.CreateEntry($"xl/{i}.xml");
        }

        Assert.Equal(["workbook-too-large"], Codes(stream.ToArray()));
    }

    [Fact]
    public void Read_OneTextInAMillionCells_IsBounded()
    {
        var row = string.Concat(Enumerable.Range(0, 7).Select(_ => "<c t=\"s\"><v>0</v></c>"));
        var rows = "<row>" + string.Concat(Header.Select(h => $"<c t=\"inlineStr\"><is><t>{h}</t></is></c>")) + "</row>" + string.Concat(Enumerable.Repeat($"<row>{row}</row>", 5_000));
        var bytes = With(With(Sound().Bytes(), Sheet, _ => SheetOf(rows)), "xl/sharedStrings.xml", _ => $"<sst xmlns=\"{Main}\"><si><t>{new string('x', 1_500)}</t></si></sst>");

        Assert.Equal(["too-much-text"], Codes(bytes));
    }

    [Theory]
    [InlineData("<row r=\"5\"/><row r=\"5\"><c r=\"A5\"><v>1</v></c></row>", "damaged-workbook")]
    [InlineData("<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>1</v></c></row>", "damaged-workbook")]
    [InlineData("<row r=\"5\"><c r=\"B5\"><v>1</v></c><c r=\"A5\"><v>1</v></c></row>", "damaged-workbook")]
    [InlineData("<row r=\"x\"><c><v>1</v></c></row>", "damaged-workbook")]
    [InlineData("<row><c r=\"ZZZZ1\"><v>1</v></c></row>", "damaged-workbook")]
    [InlineData("<row><c t=\"s\"><v>999999</v></c></row>", "damaged-workbook")]
    [InlineData("<row><c t=\"s\"><v>-1</v></c></row>", "damaged-workbook")]
    [InlineData("<row><c r=\"XFD1\"><v>1</v></c></row>", "too-many-columns")]
    [InlineData("<row><c><v>1</v></c>", "damaged-workbook")]
    [InlineData("<row><c><v>NaN</v></c></row>", "header-missing")]
    [InlineData("", "empty-file")]
    public void Read_SheetThatIsNone_SaysSo(string rows, string code) => Assert.Equal([code], Codes(With(Sound().Bytes(), Sheet, _ => SheetOf(rows))));

    [Fact]
    public void Read_CellsThatAreEmptyFarOut_AreNoMatter()
    {
        var bytes = With(Sound().Bytes(), Sheet, text => text.Replace("</x:row>", "<x:c r=\"XFD2\" s=\"0\"/></x:row>", StringComparison.Ordinal));
        Assert.Contains("XFD2", new StreamReader(new ZipArchive(new MemoryStream(bytes)).GetEntry(Sheet)!.Open()).ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(Codes(bytes));
    }

    [Fact]
    public void Read_LinkThatIsNoAddress_IsNoMatter()
    {
        var bytes = Sound().Bytes(also: d => d.WorkbookPart!.WorksheetParts.Single().AddHyperlinkRelationship(new Uri("mailto:a"), isExternal: true));
        Assert.Empty(Codes(With(bytes, "xl/worksheets/_rels/sheet1.xml.rels", text => text.Replace("mailto:a", "mailto:a@@b c,,d", StringComparison.Ordinal))));
    }

    [Fact]
    public void Read_MoreRowsThanAList_IsRefused()
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", ListTable.MaxRows + 1));
        var header = "<row>" + string.Concat(Header.Select(h => $"<c t=\"inlineStr\"><is><t>{h}</t></is></c>")) + "</row>";
        Assert.Contains("too-many-rows", Codes(With(Sound().Bytes(), Sheet, _ => SheetOf(header + rows))));
    }

    [Fact]
    public void Read_BytesSpoiledAnywhere_NeverThrows()
    {
        var sound = Sound().Bytes();
        var random = new Random(4711);
        for (var i = 0; i < 400; i++)
        {
            var spoiled = sound.ToArray();
            for (var hits = random.Next(1, 8); hits > 0; hits--) spoiled[random.Next(4, spoiled.Length)] = (byte)random.Next(256);
            var table = new ListFile(spoiled.AsMemory(0, random.Next(4) == 0 ? random.Next(4, spoiled.Length) : spoiled.Length)).Read(PermitColumns.All);
            Assert.True(table.Faults.Length > 0 || table.Rows.Length > 0);
        }
    }

    [Theory]
    [InlineData(Sheet)]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    public void Read_XmlSpoiledAnywhere_NeverThrows(string part)
    {
        var (sound, random) = (Sound().Bytes(), new Random(part.Length));
        for (var i = 0; i < 60; i++)
        {
            var spoiled = With(sound, part, text =>
            {
                var (at, length) = (random.Next(text.Length), random.Next(0, 20));
                return text[..at] + new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => Signs[random.Next(Signs.Length)])]) + text[Math.Min(text.Length, at + length)..];
            });
            var table = new ListFile(spoiled).Read(PermitColumns.All);
            Assert.True(table.Faults.Length > 0 || table.Rows.Length > 0);
        }
    }

    private static byte[] Zipped(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }

    /// <summary>A part that unpacks to so many mebibytes of spaces more.</summary>
    private static byte[] Blown(byte[] workbook, string part, int mebibytes)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) zip.GetEntry(part)?.Delete();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            var spaces = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var i = 0; i < mebibytes; i++) entry.Write(spaces);
        }

        return stream.ToArray();
    }
}

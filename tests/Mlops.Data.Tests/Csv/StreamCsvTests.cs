using System.IO.Compression;
using System.Text;
using FsCheck.Fluent;
using Mlops.Data.Csv;

namespace Mlops.Data.Tests.Csv;

public sealed class StreamCsvTests
{
    [Fact]
    public void StreamCsv_ChunksPutTogether_AreReadCsvOfTheWhole() =>
        Laws.Hold(
            from dataset in Laws.Datasets
            from rows in Gen.Choose(1, 50)
            select (dataset, rows),
            law =>
            {
                var csv = Write(law.dataset);
                var whole = Dataset.ParseCsv(csv, Kinds(law.dataset));
                Dataset[] chunks = [.. Stream(csv, Kinds(law.dataset) with { ChunkRows = law.rows })];
                Assert.Equal(Math.Max(1, (whole.RowCount + law.rows - 1) / law.rows), chunks.Length);
                Assert.All(chunks.SkipLast(1), chunk => Assert.Equal(law.rows, chunk.RowCount));
                foreach (var column in whole.Columns)
                {
                    Assert.All(chunks, chunk => Assert.Equal(column.Kind, chunk[column.Name].Kind));
                    Assert.Equal(Same.ValuesOf(column), chunks.SelectMany(chunk => Same.ValuesOf(chunk[column.Name])));
                }
            }
        );

    [Fact]
    public void StreamCsv_LaterValueOfAnotherKind_FailsAndIsCounted()
    {
        Dataset[] chunks = [.. Stream("n,t\n1,2020-01-01\n2,2020-01-02\n3,soon\nx,2020-01-04\n", Rows(2))];
        Assert.Equal(2, chunks.Length);
        Assert.Equal(new object?[] { 3.0, null }, Same.ValuesOf(chunks[1]["n"]));
        Assert.Equal(new ConversionFailures(1, 1, "x"), chunks[1]["n"].Failures);
        Assert.Equal(new ConversionFailures(1, 0, "soon"), chunks[1]["t"].Failures);
        Assert.Equal(default, chunks[0]["n"].Failures);
    }

    [Fact]
    public void StreamCsv_KindOfTheFirstChunk_IsThatOfAllItsValues()
    {
        Dataset[] chunks = [.. Stream("a\n1\nx\n2\n3\n", Rows(2))];
        Assert.All(chunks, chunk => Assert.Equal(ColumnKind.Category, chunk["a"].Kind));
        Assert.Equal(new object?[] { "1", "x" }, Same.ValuesOf(chunks[0]["a"]));
    }

    [Fact]
    public void StreamCsv_NothingInTheFirstChunk_ItsFirstValueDecides()
    {
        Dataset[] chunks = [.. Stream("a,b\n1,\n2,\n3,\n4,x\n5,7\n6,y\n", Rows(2))];
        Assert.Equal(
            [ColumnKind.Number, ColumnKind.Category, ColumnKind.Category],
            chunks.Select(chunk => chunk["b"].Kind)
        );
        Assert.Equal(new object?[] { null, "x" }, Same.ValuesOf(chunks[1]["b"]));
        Assert.Equal(new object?[] { "7", "y" }, Same.ValuesOf(chunks[2]["b"]));
    }

    [Fact]
    public void StreamCsv_HeaderOnly_IsOneChunkWithoutRows()
    {
        var chunk = Assert.Single(Stream("a,b\n", Rows(10)));
        Assert.Equal(0, chunk.RowCount);
        Assert.Equal(["a", "b"], chunk.Columns.Select(column => column.Name));
    }

    [Fact]
    public void StreamCsv_LongRows_EndAChunkAtItsBytes()
    {
        var row = new string('x', 1 << 20) + "\n";
        var csv = "a\n" + string.Concat(Enumerable.Repeat(row, 40));
        Dataset[] chunks = [.. Stream(csv, new CsvOptions { Kinds = KindOf("a", ColumnKind.Text) })];
        Assert.Equal(40, chunks.Sum(chunk => chunk.RowCount));
        Assert.InRange(chunks.Length, 5, 6);
    }

    [Fact]
    public void StreamCsv_Schema_MarksEveryChunk()
    {
        var schema = Dataset.ParseCsv("a,b\n1,x\n").WithRole("b", ColumnRole.Label).Schema;
        Dataset[] chunks = [.. Stream("a,b\n1,2\n2,3\n", Rows(1) with { Schema = schema })];
        Assert.All(chunks, chunk => Assert.Equal(ColumnRole.Label, chunk.Schema["b"].Role));
        Assert.All(chunks, chunk => Assert.Equal(ColumnKind.Category, chunk["b"].Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void StreamCsv_Gzip_IsUnpackedWhateverTheName(bool canSeek)
    {
        var csv = "a,b\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{(i < 4000 ? "1" : "x")}\n"));
        using var stream = Wrap(Pack(csv), canSeek);
        var expected = Dataset.ParseCsv(csv);
        Dataset[] chunks = [.. Dataset.StreamCsv(stream, "packed", Rows(5000), null, Token)];
        Assert.Equal(expected.Digest, Assert.Single(chunks).Digest);
        using var again = Wrap(Pack(csv), canSeek);
        Assert.Equal(expected.Digest, Dataset.ReadCsv(again, "packed", null, null, Token).Digest);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void ReadCsv_GzipCutOff_SaysSo(double share)
    {
        var packed = Pack("a\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i * 7919 % 104729}\n")));
        using var stream = new MemoryStream(packed[..(int)(packed.Length * share)]);
        var exception = Assert.Throws<InvalidDataException>(() => Dataset.ReadCsv(stream, "cut", null, null, Token));
        Assert.StartsWith("cut begins as what gzip packed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StreamCsv_StreamThatCannotSeek_IsTheSame()
    {
        var csv = "a,b\n" + string.Concat(Enumerable.Range(0, 90_000).Select(i => $"{i},text {i}\n"));
        using var stream = Wrap(Encoding.UTF8.GetBytes(csv), canSeek: false);
        Dataset[] chunks = [.. Dataset.StreamCsv(stream, "pipe", Rows(30_000), null, Token)];
        Assert.Equal(3, chunks.Length);
        var whole = Dataset.ParseCsv(csv);
        for (var i = 0; i < chunks.Length; i++)
            Assert.Equal(whole.Slice(i * 30_000, 30_000).Digest, chunks[i].Digest);
    }

    [Fact]
    public void StreamCsv_Malformed_ThrowsAfterTheChunksBefore()
    {
        using var chunks = Stream("a,b\n1,2\n3,4\n5\n", Rows(1)).GetEnumerator();
        Assert.True(chunks.MoveNext());
        Assert.True(chunks.MoveNext());
        var exception = Assert.Throws<CsvFormatException>(() => chunks.MoveNext());
        Assert.Equal(4, exception.Line);
    }

    [Fact]
    public void StreamCsv_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new MemoryStream(
            Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Repeat("1\n", 5000)))
        );
        using var chunks = Dataset.StreamCsv(stream, "x", Rows(100), null, stop.Token).GetEnumerator();
        Assert.True(chunks.MoveNext());
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (chunks.MoveNext())
                Assert.True(stop.IsCancellationRequested);
        });
    }

    [Fact]
    public void StreamCsv_StoppedEarly_LeavesTheStreamOpenAndTheFileFree()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a\n" + string.Concat(Enumerable.Repeat("1\n", 5000)));
            var chunks = Dataset.StreamCsv(path, Rows(100), null, Token);
            Assert.Equal(100, chunks.First().RowCount);
            Assert.Equal(5000, chunks.Sum(chunk => chunk.RowCount));
            Assert.Equal(Path.GetFileName(path), chunks.First().Name);
            File.Delete(path);
            Assert.Throws<FileNotFoundException>(() => Dataset.StreamCsv(path, null, null, Token));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void StreamCsv_Progress_EndsWithEveryRow()
    {
        var csv = "a,b\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i},{i}\n"));
        var reports = new Reports();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        Assert.Equal(
            300_000,
            Dataset.StreamCsv(stream, "x", Rows(70_000), reports, Token).Sum(chunk => chunk.RowCount)
        );
        Assert.True(reports.Seen.Count > 3);
        Assert.Equal(new ReadProgress(csv.Length, csv.Length, 300_000), reports.Seen[^1]);
        Assert.Equal(reports.Seen.OrderBy(report => report.BytesRead), reports.Seen);
    }

    [Fact]
    public void Without_LeavesColumnsOut()
    {
        var options = new CsvOptions { Without = ["b"] };
        Assert.Equal(["a", "c"], Dataset.ParseCsv("a,b,c\n1,\u00e9,3\n", options).Columns.Select(c => c.Name));
        Assert.Contains(
            "'bb'. Nearest: 'b'",
            Assert
                .Throws<ArgumentException>(() => Dataset.ParseCsv("a,b\n1,2\n", options with { Without = ["bb"] }))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Kinds_TextAndEmbedding_AreReadWhenAskedFor()
    {
        var kinds = new Dictionary<string, ColumnKind> { ["t"] = ColumnKind.Text, ["e"] = ColumnKind.Embedding };
        var dataset = Dataset.ParseCsv(
            "t,e\nhi,\"[1, 2.5]\"\nNA,NA\n,\"[1]\"\n\" x\",\"[-0.5,1e3]\"\nhi,nope\n",
            new CsvOptions { Kinds = kinds }
        );
        Assert.Equal(new object?[] { "hi", null, null, " x", "hi" }, Same.ValuesOf(dataset["t"]));
        Assert.Equal(new object?[] { "1 2.5", null, null, "-0.5 1000", null }, Same.ValuesOf(dataset["e"]));
        Assert.Equal(new ConversionFailures(2, 2, "[1]"), dataset["e"].Failures);
        Assert.Equal(3, dataset["e"].MissingCount);
    }

    [Fact]
    public void ChunkRows_NotPositive_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvOptions { ChunkRows = 0 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CsvOptions Rows(int rows) => new() { ChunkRows = rows };

    private static Dictionary<string, ColumnKind> KindOf(string name, ColumnKind kind) => new() { [name] = kind };

    private static IEnumerable<Dataset> Stream(string csv, CsvOptions options) =>
        Dataset.StreamCsv(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "text", options, null, Token);

    private static CsvOptions Kinds(Dataset dataset) =>
        new() { Kinds = dataset.Columns.ToDictionary(column => column.Name, column => column.Kind) };

    private static string Write(Dataset dataset)
    {
        Column[] texts = [.. dataset.Columns.Select(column => column.ConvertTo(ColumnKind.Category))];
        var names = texts.Select(column => column.Name);
        var rows = Enumerable
            .Range(0, dataset.RowCount)
            .Select(row => texts.Select(column => ((CategoryColumn)column)[row] ?? ""));
        return CsvText.Write(rows.Prepend(names));
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static Stream Wrap(byte[] bytes, bool canSeek) =>
        canSeek ? new MemoryStream(bytes) : new BufferedPipe(bytes);

    private sealed class Reports : IProgress<ReadProgress>
    {
        public List<ReadProgress> Seen { get; } = [];

        public void Report(ReadProgress value) => Seen.Add(value);
    }
}

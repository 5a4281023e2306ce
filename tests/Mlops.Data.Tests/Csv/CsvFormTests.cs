using System.Text;
using FsCheck.Fluent;
using Mlops.Data.Csv;

namespace Mlops.Data.Tests.Csv;

public sealed class CsvFormTests
{
    [Theory]
    [InlineData("a,b\n1,x\n2,y\n")]
    [InlineData("a,b\r\n1,x\r\n2,y\r\n")]
    [InlineData("a,b\r1,x\r2,y")]
    [InlineData("a,b\n1,x\n2,y")]
    [InlineData("\uFEFFa,b\n1,x\n2,y\n")]
    [InlineData("\n\na,b\n\n1,x\n\n\n2,y\n\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"\n")]
    [InlineData("a , b\n1 ,x\n 2,y")]
    public void ParseCsv_EveryForm_IsTheSameData(string text) =>
        Assert.Equal(
            Dataset.FromColumns("x", Column.Number("a", [1, 2]), Column.Category("b", ["x", "y"])).Digest,
            Dataset.ParseCsv(text).Digest
        );

    [Fact]
    public void ParseCsv_OneColumn_BlankLinesAreRows()
    {
        Assert.Equal(new object?[] { 1.0, null, 2.0 }, Same.ValuesOf(Dataset.ParseCsv("a\n1\n\n2\n")["a"]));
        Assert.Equal(new object?[] { null, 2.0, null }, Same.ValuesOf(Dataset.ParseCsv("a\r\n\r\n2\r\n\r\n")["a"]));
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,b\n")]
    [InlineData("a,b\r\n\r\n")]
    public void ParseCsv_HeaderAlone_IsADatasetWithoutRows(string text)
    {
        var dataset = Dataset.ParseCsv(text);
        Assert.Equal(0, dataset.RowCount);
        Assert.Equal([ColumnKind.Number, ColumnKind.Number], dataset.Columns.Select(column => column.Kind));
        var schema = new DatasetSchema(new ColumnSchema("a", ColumnKind.Time, SourceType.Timestamp));
        Assert.Equal(ColumnKind.Time, Dataset.ParseCsv(text, new CsvOptions { Schema = schema })["a"].Kind);
    }

    [Fact]
    public void ParseCsv_NoHeader_NumbersTheColumns()
    {
        var dataset = Dataset.ParseCsv("\n1,x\n2,y\n", new CsvOptions { HasHeader = false });
        Assert.Equal(["column1", "column2"], dataset.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { 1.0, 2.0 }, Same.ValuesOf(dataset["column1"]));
        var text = Dataset.ParseCsv("1\nx\n", new CsvOptions { HasHeader = false });
        Assert.Equal(new object?[] { "1", "x" }, Same.ValuesOf(text["column1"]));
    }

    [Fact]
    public void ParseCsv_FieldLargerThanTheBuffer_IsRead()
    {
        var large = new string('x', 300_000) + "\"\n," + new string('é', 100_000);
        var dataset = Dataset.ParseCsv(
            CsvText.Write([
                ["a", "b"],
                [large, "1"],
                ["y", "2"],
            ])
        );
        Assert.Equal(new object?[] { large, "y" }, Same.ValuesOf(dataset["a"]));
        Assert.Equal(new object?[] { 1.0, 2.0 }, Same.ValuesOf(dataset["b"]));
    }

    [Fact]
    public void ReadCsv_Utf16WithAByteOrderMark_IsRead()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("é,b\nü,1\n")];
        Assert.Equal(
            "ü",
            (
                (CategoryColumn)
                    Dataset.ReadCsv(
                        new MemoryStream(bytes),
                        "x",
                        cancellationToken: TestContext.Current.CancellationToken
                    )["é"]
            )[0]
        );
    }

    [Fact]
    public void ReadCsv_WhatWasWritten_IsTheSameTexts()
    {
        var kinds = new Dictionary<string, ColumnKind> { ["a"] = ColumnKind.Category, ["b"] = ColumnKind.Category };
        var tables =
            from rows in Gen.Choose(0, 12)
            from texts in Laws.Texts.Where(text => text.Length > 0).ArrayOf(2 * rows)
            from delimiter in Gen.Elements(',', ';', '\t', '|')
            from lineBreak in Gen.Elements("\n", "\r\n", "\r")
            select (texts, delimiter, lineBreak);
        var cancellationToken = TestContext.Current.CancellationToken;
        Laws.Hold(
            tables,
            table =>
            {
                IEnumerable<string[]> records =
                [
                    ["a", "b"],
                    .. table.texts.Chunk(2),
                ];
                var csv = CsvText.Write(records, table.delimiter.ToString(), table.lineBreak);
                var options = new CsvOptions { Delimiter = table.delimiter, Kinds = kinds };
                var dataset = Dataset.ReadCsv(
                    new TrickleStream(Encoding.UTF8.GetBytes(csv)),
                    "x",
                    options,
                    cancellationToken: cancellationToken
                );
                Assert.Equal(table.texts.Where((_, i) => i % 2 == 0), Same.ValuesOf(dataset["a"]));
                Assert.Equal(table.texts.Where((_, i) => i % 2 == 1), Same.ValuesOf(dataset["b"]));
            }
        );
    }

    [Fact]
    public void ReadCsv_StreamThatCannotSeek_IsReadTwiceWhereNeeded()
    {
        // More than two of the blocks in which such a stream is kept, and text at its end.
        var csv = new StringBuilder("a,b\n");
        for (var i = 0; i < 250_000; i++)
            csv.Append(i).Append(",0.5\n");
        var bytes = Encoding.UTF8.GetBytes(csv.Append("end,1\n").ToString());
        var reports = new List<ReadProgress>();
        using var stream = new TrickleStream(bytes);
        var once = Dataset.ReadCsv(
            stream,
            "once",
            progress: new Collector(reports),
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(250_001, once.RowCount);
        Assert.Equal("249999", ((CategoryColumn)once["a"])[249_999]);
        Assert.Equal(
            Dataset
                .ReadCsv(new MemoryStream(bytes), "seekable", cancellationToken: TestContext.Current.CancellationToken)
                .Digest,
            once.Digest
        );
        Assert.False(stream.IsDisposed);
        Assert.Equal(new ReadProgress(bytes.Length, bytes.Length, 250_001), reports[^1]);
    }

    [Fact]
    public void ReadCsv_StreamInTheMiddle_StartsThereAndStaysOpen()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("skip me\na,b\n1,1\nx,2\n"));
        stream.Position = 8;
        var dataset = Dataset.ReadCsv(stream, "rest", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("rest", dataset.Name);
        Assert.Equal(new object?[] { "1", "x" }, Same.ValuesOf(dataset["a"]));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void ReadCsv_File_ReportsProgressAndCanBeCancelled()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a,b\n" + string.Concat(Enumerable.Repeat("1.5,2.5\n", 500_000)));
            var length = new FileInfo(path).Length;
            var reports = new List<ReadProgress>();
            var dataset = Dataset.ReadCsv(
                path,
                progress: new Collector(reports),
                cancellationToken: TestContext.Current.CancellationToken
            );
            Assert.Equal(Path.GetFileName(path), dataset.Name);
            Assert.Equal(new ReadProgress(length, length, 500_000), reports[^1]);
            Assert.InRange(reports.Count, 3, 5);
            Assert.All(
                reports.Zip(reports.Skip(1)),
                pair =>
                    Assert.True(
                        pair.First.BytesRead < pair.Second.BytesRead && pair.First.RowsRead < pair.Second.RowsRead
                    )
            );

            using var cancellation = new CancellationTokenSource();
            var cancelling = new Collector(reports, () => cancellation.Cancel());
            Assert.Throws<OperationCanceledException>(() =>
                Dataset.ReadCsv(path, progress: cancelling, cancellationToken: cancellation.Token)
            );
            File.Delete(path);
            Assert.Throws<FileNotFoundException>(() =>
                Dataset.ReadCsv(path, cancellationToken: TestContext.Current.CancellationToken)
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Gives a few bytes at a time, and only once.</summary>
    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, Length > 10_000 ? 65_521 : 7));

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Collector(List<ReadProgress> reports, Action? then = null) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value)
        {
            reports.Add(value);
            then?.Invoke();
        }
    }
}

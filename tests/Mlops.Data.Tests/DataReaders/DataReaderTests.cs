using System.Data;
using Mlops.Data.DataReaders;

namespace Mlops.Data.Tests.DataReaders;

public sealed class DataReaderTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    [Fact]
    public void FromDataReader_EveryType_BecomesAColumn()
    {
        using var table = new DataTable();
        Type[] types =
        [
            typeof(double),
            typeof(float),
            typeof(decimal),
            typeof(long),
            typeof(int),
            typeof(short),
            typeof(byte),
            typeof(sbyte),
            typeof(ushort),
            typeof(uint),
            typeof(ulong),
            typeof(bool),
            typeof(string),
            typeof(char),
            typeof(Guid),
            typeof(DateTime),
            typeof(DateTimeOffset),
            typeof(DateOnly),
            typeof(float[]),
        ];
        foreach (var type in types)
            table.Columns.Add(type.Name, type);
        var day = new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        table.Rows.Add(
            1.5,
            0.5f,
            9.99m,
            3L,
            4,
            (short)5,
            (byte)6,
            (sbyte)-7,
            (ushort)8,
            9u,
            10ul,
            true,
            "x",
            'y',
            Id,
            day,
            new DateTimeOffset(day.AddHours(1), TimeSpan.Zero).ToOffset(TimeSpan.FromHours(2)),
            new DateOnly(2020, 1, 2),
            new float[] { 1, 2 }
        );
        table.Rows.Add([.. types.Select(_ => DBNull.Value)]);
        using var reader = table.CreateDataReader();
        var dataset = Dataset.FromDataReader(reader, "query", null, Token);
        Assert.Equal(2, dataset.RowCount);
        Assert.Equal(
            new object?[]
            {
                1.5,
                0.5,
                9.99,
                3.0,
                4.0,
                5.0,
                6.0,
                -7.0,
                8.0,
                9.0,
                10.0,
                true,
                "x",
                "y",
                Id.ToString(),
                day,
                day.AddHours(1),
                day,
                "1 2",
            },
            dataset.Columns.Select(column => Same.ValueOf(column, 0))
        );
        Assert.All(dataset.Columns, column => Assert.Equal(1, column.MissingCount));
        Assert.Equal(
            [SourceType.Double, SourceType.Single, SourceType.Double, SourceType.Integer],
            dataset.Columns.Take(4).Select(column => column.SourceType)
        );
    }

    [Fact]
    public void StreamDataReader_ChunksPutTogether_AreTheWhole()
    {
        using var table = Table(25);
        using var whole = table.CreateDataReader();
        using var parts = table.CreateDataReader();
        var expected = Dataset.FromDataReader(whole, "q", null, Token);
        Dataset[] chunks = [.. Dataset.StreamDataReader(parts, "q", new DataReaderOptions { ChunkRows = 10 }, Token)];
        Assert.Equal([10, 10, 5], chunks.Select(chunk => chunk.RowCount));
        for (var i = 0; i < chunks.Length; i++)
            Assert.Equal(expected.Slice(10 * i, chunks[i].RowCount).Digest, chunks[i].Digest);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(20, 2)]
    public void StreamDataReader_FullLastChunk_HasNoEmptyOneAfterIt(int rows, int chunks)
    {
        using var table = Table(rows);
        using var reader = table.CreateDataReader();
        Assert.Equal(
            chunks,
            Dataset.StreamDataReader(reader, "q", new DataReaderOptions { ChunkRows = 10 }, Token).Count()
        );
    }

    [Fact]
    public void FromDataReader_Options_ConvertLeaveOutAndMark()
    {
        using var table = Table(3);
        table.Columns.Add("raw", typeof(byte[]));
        table.Columns.Add("any", typeof(object));
        table.Rows[0]["any"] = 1.5;
        table.Rows[1]["any"] = new DateTime(2020, 1, 1);
        using var reader = table.CreateDataReader();
        var options = new DataReaderOptions
        {
            Without = ["raw"],
            Kinds = new Dictionary<string, ColumnKind>
            {
                ["id"] = ColumnKind.Category,
                ["name"] = ColumnKind.Text,
                ["any"] = ColumnKind.Number,
            },
            Schema = new DatasetSchema(
                new ColumnSchema("name", ColumnKind.Category, SourceType.Text) { Role = ColumnRole.Label }
            ),
        };
        var dataset = Dataset.FromDataReader(reader, "q", options, Token);
        Assert.Equal(["id", "name", "any"], dataset.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { "0", "1", "2" }, Same.ValuesOf(dataset["id"]));
        Assert.Equal(ColumnKind.Text, dataset["name"].Kind);
        Assert.Equal(new object?[] { 1.5, null, null }, Same.ValuesOf(dataset["any"]));
        Assert.Equal(new ConversionFailures(1, 1, "2020-01-01T00:00:00Z"), dataset["any"].Failures);
        Assert.Equal(ColumnRole.Label, dataset.Schema["name"].Role);
    }

    [Theory]
    [InlineData(typeof(byte[]), "'x' of the reader holds System.Byte[], which no column does. Leave it out by Without")]
    [InlineData(typeof(TimeSpan), "holds System.TimeSpan")]
    [InlineData(typeof(object), "may hold anything (System.Object). State its kind by Kinds")]
    public void FromDataReader_TypeWithoutColumn_SaysWhatToDo(Type type, string message)
    {
        using var table = new DataTable();
        table.Columns.Add("x", type);
        using var reader = table.CreateDataReader();
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => Dataset.FromDataReader(reader, "q", null, Token)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void FromDataReader_BadVector_NamesRowAndColumn()
    {
        using var table = new DataTable();
        table.Columns.Add("e", typeof(float[]));
        table.Rows.Add([new float[] { 1, 2 }]);
        table.Rows.Add([new float[] { 1 }]);
        using var reader = table.CreateDataReader();
        var message = Assert.Throws<FormatException>(() => Dataset.FromDataReader(reader, "q", null, Token)).Message;
        Assert.StartsWith("q, row 1 (from 0), column 1 'e'", message, StringComparison.Ordinal);
        Assert.Contains("has 1 components; it must have 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromDataReader_UnknownName_ListsTheNearest()
    {
        using var table = Table(1);
        using var reader = table.CreateDataReader();
        Assert.Contains(
            "Nearest: 'name'",
            Assert
                .Throws<ArgumentException>(() =>
                    Dataset.FromDataReader(reader, "q", new DataReaderOptions { Without = ["nam"] }, Token)
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void FromDataReader_Cancelled_Throws()
    {
        using var table = Table(1);
        using var reader = table.CreateDataReader();
        Assert.Throws<OperationCanceledException>(() =>
            Dataset.FromDataReader(reader, "q", null, new CancellationToken(canceled: true))
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DataTable Table(int rows)
    {
        var table = new DataTable();
        table.Columns.Add("id", typeof(int));
        table.Columns.Add("name", typeof(string));
        for (var i = 0; i < rows; i++)
            table.Rows.Add(i, i % 3 == 0 ? DBNull.Value : $"n{i % 4}");
        return table;
    }
}

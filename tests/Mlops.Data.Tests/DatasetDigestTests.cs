using System.Security.Cryptography;
using System.Text;

namespace Mlops.Data.Tests;

public sealed class DatasetDigestTests
{
    [Fact]
    public void Digest_OfADataset_IsTheDocumentedLayout()
    {
        var dataset = Dataset.FromColumns(
            "any name",
            Column.Number("n", [1.5, -0.0, double.NaN]),
            Column.Boolean("b", [true, null, false]),
            Column.Category("c", ["y", null, "é"]),
            Column.Time("t", new DateTime?[] { null, new(1), new(2) })
        );
        var number = Hash("n", 0, 0, Bytes(3L), Bytes(1.5), Bytes(0.0), Bytes(0x7FF8000000000000L));
        var boolean = Hash("b", 1, 3, Bytes(3L), [1, 255, 0]);
        var category = Hash("c", 2, 4, Bytes(3L), Bytes(2), Text("y"), Text("é"), Bytes(0), Bytes(-1), Bytes(1));
        var time = Hash("t", 3, 5, Bytes(3L), Bytes(-1L), Bytes(1L), Bytes(2L));
        byte[] all = [.. "mlops.dataset.v1"u8, .. Bytes(4), .. number, .. boolean, .. category, .. time];
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(all)), dataset.Digest.ToString());
    }

    [Fact]
    public void Digest_SameDataMadeOtherwise_IsTheSame()
    {
        var made = Dataset.FromColumns(
            "made",
            Column.Number("id", [1, 2]),
            Column.Category("plan", ["b", "a"]),
            Column.Time("at", [new DateTime(2020, 1, 1), new DateTime(2020, 1, 2)])
        );
        var read = Dataset.ParseCsv("id,plan,at\r\n1,b,2020-01-01\r\n2,\"a\",2020-01-02T00:00Z\r\n");
        var mapped = Dataset.FromRecords(
            new[] { (1, "b", new DateTime(2020, 1, 1)), (2, "a", new DateTime(2020, 1, 2)) },
            "mapped",
            map => map.Number("id", r => r.Item1).Category("plan", r => r.Item2).Time("at", r => r.Item3).Label()
        );
        Assert.Equal(made.Digest, read.Digest);
        Assert.Equal(made.Digest, mapped.Digest);
    }

    [Fact]
    public void Digest_AnyNaNAndZeroAtAnyPlace_AreTheSame()
    {
        var payload = BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_1234);
        var left = Enumerable
            .Range(0, 20_001)
            .Select(i =>
                i % 3 == 0 ? payload
                : i % 3 == 1 ? -0.0
                : i
            )
            .ToArray();
        var right = left.Select(value => double.IsNaN(value) ? double.NaN : value + 0.0).ToArray();
        Assert.Equal(Of(Column.Number("x", left)), Of(Column.Number("x", right)));
    }

    [Fact]
    public void Digest_AnyDifference_IsAnother()
    {
        string[] digests =
        [
            Of(Column.Number("x", [1.0, 2.0])),
            Of(Column.Number("x", [2.0, 1.0])),
            Of(Column.Number("y", [1.0, 2.0])),
            Of(Column.Number("x", [1, 2])),
            Of(Column.Number("x", [1.0])),
            Of(Column.Number("x", [1.0, double.NaN])),
            Of(Column.Category("x", ["1", "2"])),
            Of(Column.Category("x", ["2", "1"])),
            Of(Column.Category("x", ["1", null])),
            Of(Column.Category("x", ["1", ""])),
            Of(Column.Boolean("x", [true, null])),
            Of(Column.Boolean("x", [true, false])),
            Of(Column.Number("x", [1.0, 2.0]), Column.Number("y", [1.0, 2.0])),
            Of(Column.Number("y", [1.0, 2.0]), Column.Number("x", [1.0, 2.0])),
            Of(),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Digest_OfASlice_IsThatOfAnEqualCopy() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                var start = dataset.RowCount / 3;
                var slice = dataset.Slice(start, dataset.RowCount - start);
                var copy = Dataset.FromColumns(
                    "copy",
                    Column.Number("n", ((NumericColumn)slice["n"]).Values.Span),
                    Column.Category("c", Same.ValuesOf(slice["c"]).Cast<string?>()),
                    Column.Boolean("b", Same.ValuesOf(slice["b"]).Cast<bool?>()),
                    Column.Time("t", Same.ValuesOf(slice["t"]).Cast<DateTime?>())
                );
                Assert.Equal(copy.Digest, slice.Digest);
                Assert.Equal(dataset.Digest, dataset.Take([.. Enumerable.Range(0, dataset.RowCount)]).Digest);
            }
        );

    [Fact]
    public void Digest_FromManyThreads_IsOne()
    {
        var dataset = Dataset.FromColumns(
            "x",
            Enumerable.Range(0, 20).Select(i => Column.Number($"c{i}", new double[1000]))
        );
        var digests = new string[64];
        Parallel.For(0, digests.Length, i => digests[i] = dataset.Digest.ToString());
        Assert.Single(digests.Distinct());
    }

    private static string Of(params Column[] columns) => Dataset.FromColumns("x", columns).Digest.ToString();

    private static byte[] Hash(string name, byte kind, byte source, params byte[][] parts) =>
        SHA256.HashData([.. Text(name), kind, source, .. parts.SelectMany(part => part)]);

    private static byte[] Text(string text) => [.. Bytes(text.Length), .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Bytes(int value) => LittleEndian(BitConverter.GetBytes(value));

    private static byte[] Bytes(long value) => LittleEndian(BitConverter.GetBytes(value));

    private static byte[] Bytes(double value) => LittleEndian(BitConverter.GetBytes(value));

    private static byte[] LittleEndian(byte[] bytes) => BitConverter.IsLittleEndian ? bytes : [.. bytes.Reverse()];
}

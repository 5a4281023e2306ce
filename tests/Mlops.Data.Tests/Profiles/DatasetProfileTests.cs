using System.Buffers;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Data.Profiles;

namespace Mlops.Data.Tests.Profiles;

public class DatasetProfileTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(3, 5);

    [Fact]
    public void Merge_AnySplit_EqualsOnePass() =>
        Check.One(
            s_config,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<PositiveInt>(),
                (seed, size) =>
                {
                    var data = Table(seed, 3 + size.Get);
                    var definition = DatasetProfileDefinition.FromReference(data);
                    var cut = Math.Abs(seed % data.RowCount);
                    var (left, right, once) = (definition.Create(), definition.Create(), definition.Create());
                    left.Add(data.Slice(0, cut));
                    right.Add(data.Slice(cut, data.RowCount - cut));
                    once.Add(data);
                    left.Merge(right);
                    AssertEqualCounts(once, left);
                }
            )
        );

    [Fact]
    public void Read_WhatWriteToWrote_RoundTripsByteForByte()
    {
        var data = Table(1, 300);
        var definition = DatasetProfileDefinition.FromReference(data);
        var profile = definition.Create();
        profile.Add(data);
        profile.Add(Dataset.FromColumns("other", Column.Number("extra", new double[3])));

        var json = Json(profile);
        using var document = JsonDocument.Parse(json);
        var read = definition.Read(document.RootElement);

        Assert.Equal(json, Json(read));
        Assert.Equal(303, read.Count);
        Assert.Equal(["extra"], read.UnknownColumns);
        Assert.Equal(3, read["x"].AbsentCount);
    }

    [Fact]
    public void ReadDefinition_WhatWriteToWrote_IsEqual()
    {
        var definition = DatasetProfileDefinition.FromReference(Table(1, 300));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            definition.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);

        Assert.Equal(definition, DatasetProfileDefinition.ReadDefinition(document.RootElement));
    }

    [Theory]
    [InlineData("\"rows\":300", "\"rows\":301")]
    [InlineData("\"missing\":0", "\"missing\":-1")]
    [InlineData("\"absent\":0", "\"absent\":299")]
    [InlineData("\"unknownColumns\":[]", "\"unknownColumns\":[1]")]
    public void Read_AnImpossibleState_IsRefusedWithAReason(string what, string with)
    {
        var data = Table(1, 300);
        var definition = DatasetProfileDefinition.FromReference(data);
        var profile = definition.Create();
        profile.Add(data);
        var text = System.Text.Encoding.UTF8.GetString(Json(profile));
        var at = text.LastIndexOf(what, StringComparison.Ordinal);
        Assert.True(at >= 0);
        using var document = JsonDocument.Parse(text[..at] + with + text[(at + what.Length)..]);

        Assert.Throws<FormatException>(() => definition.Read(document.RootElement));
    }

    [Fact]
    public void Merge_UnknownColumns_AreThoseOfBoth()
    {
        var definition = DatasetProfileDefinition.FromReference(Table(1, 100));
        var (a, b) = (definition.Create(), definition.Create());
        a.Add(Dataset.FromColumns("a", Column.Number("first", new double[2])));
        b.Add(Dataset.FromColumns("b", Column.Number("second", new double[3])));

        a.Merge(b);

        Assert.Equal(["first", "second"], a.UnknownColumns);
        Assert.Equal(5, a.Count);
        Assert.Equal(5, a["x"].AbsentCount);
    }

    [Fact]
    public void Merge_Itself_DoublesEveryCount()
    {
        var data = Table(1, 100);
        var definition = DatasetProfileDefinition.FromReference(data);
        var (profile, twice) = (definition.Create(), definition.Create());
        profile.Add(data);
        twice.Add(data);
        twice.Add(data);

        profile.Merge(profile);

        AssertEqualCounts(twice, profile);
    }

    [Fact]
    public void Merge_AnotherDefinition_IsRefused()
    {
        var a = DatasetProfileDefinition.FromReference(Table(1, 100)).Create();
        var b = DatasetProfileDefinition.FromReference(Table(2, 100)).Create();

        Assert.Throws<ArgumentException>(() => a.Merge(b));
    }

    [Fact]
    public void Add_ValuesThatDoNotConvert_AreCountedWithTheFirstRow()
    {
        var definition = DatasetProfileDefinition.FromReference(Table(1, 100));
        var profile = definition.Create();
        profile.Add(Dataset.FromColumns("one", Column.Category("x", ["1", "2"])));
        profile.Add(Dataset.FromColumns("two", Column.Category("x", ["3", "four", "five", null])));

        var x = profile["x"];
        Assert.Equal(new ConversionFailures(2, 3, "four"), x.Failures);
        Assert.Equal(3, x.MissingCount);
        Assert.Equal(6, x.RowCount);
    }

    [Fact]
    public void FromReference_NoColumns_IsRefused() =>
        Assert.Throws<ArgumentException>(() => DatasetProfileDefinition.FromReference(Dataset.FromColumns("nothing")));

    [Fact]
    public void FromReference_FewRows_TakesNothingForAnIdentifier()
    {
        var data = Dataset.FromColumns("few", Column.Number("n", Enumerable.Range(0, 19).ToArray()));

        Assert.Equal(ColumnRole.Feature, DatasetProfileDefinition.FromReference(data).Columns[0].Role);
    }

    private static void AssertEqualCounts(DatasetProfile expected, DatasetProfile actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (a, b) in expected.Columns.Zip(actual.Columns))
        {
            Assert.Equal(a.RowCount, b.RowCount);
            Assert.Equal(a.MissingCount, b.MissingCount);
            if (a is NumericColumnProfile numbers)
            {
                var other = (NumericColumnProfile)b;
                Assert.Equal(numbers.Cells.ToArray(), other.Cells.ToArray());
                Assert.Equal(numbers.Moments.Minimum, other.Moments.Minimum);
                Assert.Equal(numbers.Moments.Maximum, other.Moments.Maximum);
                Assert.Equal(numbers.Moments.Mean, other.Moments.Mean, 1e-12 * 100);
            }
            else
            {
                Assert.Equal(((CategoryColumnProfile)a).Categories, ((CategoryColumnProfile)b).Categories);
            }
        }
    }

    private static Dataset Table(int seed, int rows)
    {
        var random = new Random(seed);
        double[] numbers = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 100)];
        return Dataset.FromColumns(
            "table",
            Column.Number("x", numbers),
            Column.Number("holes", [.. numbers.Select((value, i) => i % 3 == 0 ? double.NaN : value)]),
            Column.Category("c", numbers.Select(value => value < 10 ? null : $"c{(int)value % 7}")),
            Column.Boolean("b", numbers.Select(value => value < 5 ? (bool?)null : value > 50))
        );
    }

    private static byte[] Json(DatasetProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            profile.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}

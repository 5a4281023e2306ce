using Mlops.Statistics.Sketches.Sampling;

namespace Mlops.Statistics.Tests.Sketches.Sampling;

public sealed class ReservoirTests
{
    [Fact]
    public void Items_FewerRowsThanTheSize_AreAllOfThem()
    {
        var sample = new ReservoirDefinition<double>(5, 1).Create();
        sample.Add([7, double.NaN, -0.0, double.PositiveInfinity], 10, 3);
        Assert.Equal((3, 1, 3, true), (sample.Count, sample.MissingCount, sample.EffectiveSize, sample.IsExact));
        ReservoirItem<double>[] expected = [new(3, 10, 7), new(3, 12, 0), new(3, 13, double.PositiveInfinity)];
        Assert.Equal(expected, sample.Items.OrderBy(item => item.Row));
        Assert.Equal(sample.Items.Select(item => item.Value), sample.ToArray());
        Assert.False(double.IsNegative(sample.Items.Single(item => item.Row == 12).Value));
    }

    [Fact]
    public void Items_MoreRowsThanTheSize_AreThoseOfTheLeastPriorities()
    {
        var sample = new ReservoirDefinition<long>(100, 9).Create();
        var rows = Enumerable.Range(0, 10_000).Select(row => (long)row).ToArray();
        sample.Add(rows, 0, 4);
        var expected = rows.OrderBy(row => ReservoirEntry.PriorityOf(9, 4, row)).Take(100);
        Assert.Equal(expected, sample.ToArray());
        Assert.All(sample.Items, item => Assert.Equal((4UL, item.Row), (item.Stream, item.Value)));
        Assert.Equal((10_000, 100, false), (sample.Count, sample.EffectiveSize, sample.IsExact));
    }

    [Fact]
    public void Add_FloatsInBlocks_GivesTheSameAsInOne()
    {
        var values = Enumerable.Range(0, 5_000).Select(i => i / 3f).ToArray();
        var definition = new ReservoirDefinition<float>(64, 2);
        var (whole, merged) = (definition.Create(), definition.Create());
        whole.Add(values, 0);
        for (var start = 4_900; start >= 0; start -= 100)
        {
            var part = definition.Create();
            part.Add(values.AsSpan(start, 100), start);
            _ = part.Items;
            merged.Merge(part);
        }

        Assert.Equal(whole.ToBytes(), merged.ToBytes());
    }

    /// <summary>Columns that are sampled alike are sampled at the same rows.</summary>
    [Fact]
    public void Items_OfTwoColumnsWithOneSeed_AreOfTheSameRows()
    {
        var (doubles, numbers) = (
            new ReservoirDefinition<double>(50, 3).Create(),
            new ReservoirDefinition<long>(50, 3).Create()
        );
        for (var row = 0; row < 1_000; row++)
        {
            doubles.Add(row / 2.0, row);
            numbers.Add(row, row);
        }

        Assert.Equal(numbers.Items.Select(item => item.Row), doubles.Items.Select(item => item.Row));
    }

    [Fact]
    public void Add_AfterWarmUp_AllocatesNothing()
    {
        var values = new double[20_000];
        var sample = new ReservoirDefinition<double>(16).Create();
        var row = 0L;

        Assert.Equal(0, Allocations.Least(() => sample.Add(values, row += values.Length)));
    }

    [Fact]
    public void Add_Invalid_Throws()
    {
        var sample = new ReservoirDefinition<double>(16).Create();
        Assert.Throws<ArgumentOutOfRangeException>("firstRow", () => sample.Add([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>("firstRow", () => sample.Add([1, 2], long.MaxValue - 1));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => sample.Add(1, -1));
        sample.Add([1, 2], long.MaxValue - 2);
        Assert.Equal(2, sample.Count);
    }

    [Fact]
    public void Definition_Invalid_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("size", () => new ReservoirDefinition<double>(0));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => new ReservoirDefinition<double>((1 << 22) + 1));
        Assert.Contains(
            "System.Int32 is none of them",
            Assert.Throws<NotSupportedException>(() => new ReservoirDefinition<int>()).Message,
            StringComparison.Ordinal
        );
    }
}

using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Tests.Rendering.Charts;

public class TicksTests
{
    [Fact]
    public void Between_AnyRange_IsAscendingInsideAndFew() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(1, 3),
            Prop.ForAll(
                ArbMap.Default.GeneratorFor<NormalFloat>().Two().ToArbitrary(),
                Gen.Choose(3, 6).ToArbitrary(),
                (limits, target) =>
                {
                    var (lower, upper) = (
                        Math.Min(limits.Item1.Get, limits.Item2.Get),
                        Math.Max(limits.Item1.Get, limits.Item2.Get)
                    );
                    return !(lower < upper) || IsLawful(lower, upper, target);
                }
            )
        );

    [Fact]
    public void Between_ExtremeRanges_IsAscendingInsideAndFew()
    {
        double[] limits =
        [
            -double.MaxValue,
            -1e300,
            -1,
            -1e-300,
            0,
            double.Epsilon,
            3 * double.Epsilon,
            1e-310,
            1e-300,
            0.1,
            Math.BitIncrement(0.1),
            1,
            Math.BitIncrement(1),
            1e16,
            1e16 + 2,
            1e300,
            double.MaxValue,
        ];
        foreach (var lower in limits)
        {
            foreach (var upper in limits.Where(u => u > lower))
            {
                Assert.True(IsLawful(lower, upper, 5), $"{lower:R} to {upper:R}");
            }
        }
    }

    [Theory]
    [InlineData(0, 1, "0|0.2|0.4|0.6|0.8|1.0")]
    [InlineData(18, 95, "20|40|60|80")]
    [InlineData(0, 250000, "0|50,000|100,000|150,000|200,000|250,000")]
    [InlineData(0, 4e6, "0|1M|2M|3M|4M")]
    [InlineData(0, 1.2e9, "0|0.5B|1.0B")]
    [InlineData(
        1.7e9,
        1.7e9 + 5,
        "1,700,000,000|1,700,000,001|1,700,000,002|1,700,000,003|1,700,000,004|1,700,000,005"
    )]
    [InlineData(1e-9, 4e-9, "1e-9|2e-9|3e-9|4e-9")]
    [InlineData(-0.25, 0.25, "-0.2|-0.1|0|0.1|0.2")]
    public void Labels_Ranges_AreRound(double lower, double upper, string expected) =>
        Assert.Equal(expected, string.Join('|', Ticks.Labels(Ticks.Between(lower, upper))));

    [Fact]
    public void Labels_AnyRange_TellTicksApart() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1, 7),
            Prop.ForAll(
                Gen.Choose(-100_000, 100_000).Two().ToArbitrary(),
                Gen.Choose(-12, 12).ToArbitrary(),
                (limits, exponent) =>
                {
                    var scale = Math.Pow(10, exponent);
                    var (lower, upper) = (
                        Math.Min(limits.Item1, limits.Item2) * scale,
                        Math.Max(limits.Item1, limits.Item2) * scale
                    );
                    if (lower == upper)
                    {
                        return true;
                    }

                    var labels = Ticks.Labels(Ticks.Between(lower, upper));
                    return labels.Distinct().Count() == labels.Length;
                }
            )
        );

    private static bool IsLawful(double lower, double upper, int target)
    {
        var ticks = Ticks.Between(lower, upper, target);
        var isAscending = ticks.Zip(ticks.Skip(1), (a, b) => a < b).All(ok => ok);
        return isAscending && ticks.All(t => t >= lower && t <= upper) && ticks.Length is >= 2 and <= 12;
    }
}

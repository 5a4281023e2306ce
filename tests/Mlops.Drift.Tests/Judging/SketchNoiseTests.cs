using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Drift.Judging;

namespace Mlops.Drift.Tests.Judging;

public class SketchNoiseTests
{
    [Fact]
    public void DesignEffect_OfExactCounts_IsOne() =>
        Assert.Equal(1, SketchNoise.DesignEffect([30, 70], [40, 60], [0, 0], [0, 0]));

    [Fact]
    public void DesignEffect_OfEqualBins_IsThatOfSoManyRowsLess()
    {
        // K bins of share 1/K and a variance v each are worth p (1 - p) / v rows.
        const double Error = 0.003;
        long[] bins = [.. Enumerable.Repeat(5000L, 10)];
        double[] errors = [.. Enumerable.Repeat(Error, 10)];
        var worth = 0.1 * 0.9 / (Error * Error);
        const double Rows = 50_000;

        // Half of the rows are on each side, and each side has an error of its own.
        var expected = ((2 / Rows) + (2 / worth)) / (2 / Rows);

        Assert.Equal(expected, SketchNoise.DesignEffect(bins, bins, errors, errors), 1e-12);
        Assert.Equal(
            ((2 / Rows) + (1 / worth)) / (2 / Rows),
            SketchNoise.DesignEffect(bins, bins, errors, new double[10]),
            1e-12
        );
        Assert.Equal(
            SketchNoise.DesignEffect(bins, bins, errors, new double[10]),
            SketchNoise.DesignEffect(bins, bins, new double[10], errors),
            1e-12
        );
    }

    [Fact]
    public void Of_CategoriesBeyondASketch_CountsWhatTheRestMayLack()
    {
        var sketches = new SketchOptions { CategoryCapacity = 10 };
        string[] names =
        [
            .. Enumerable
                .Range(0, 40_000)
                .Select(i =>
                    i % 10 < 4 ? "big"
                    : i % 10 < 7 ? "large"
                    : $"rare {i % 499}"
                ),
        ];
        var data = Dataset.FromColumns("d", Column.Category("c", names));
        var profile = DatasetProfileDefinition.FromSchema(data.Schema, sketches).Create();
        profile.Add(data);
        var counted = (CategoryColumnProfile)profile.ConvertTo(DatasetProfileDefinition.FromReference(data))["c"];

        var bins = ValueBins.Of(counted, counted);

        double n = counted.PresentCount,
            error = counted.CountError / n,
            rest = Math.Min(2.0 * counted.CountError, counted.OtherCount) / n;
        Assert.False(counted.IsExact);
        Assert.Equal(["big", "large", "any other category"], bins.Labels);
        Assert.Equal(40_000, bins.Reference.Sum());
        var noise = bins
            .Reference.Zip(new[] { error, error, rest })
            .Sum(pair => 2 * pair.Second * pair.Second / (pair.First / n));
        Assert.Equal(1 + (noise / 2 / (2 / n)), bins.DesignEffect, 1e-9);
    }
}

using Mlops.Statistics.Distributions;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Equivalence;

public sealed class EquivalencePlanningTests
{
    [Theory]
    [InlineData(new[] { 20L, 20, 20, 20 }, new[] { 22L, 17, 25, 18 })]
    [InlineData(new[] { 50L, 50, 50, 50 }, new[] { 65L, 42, 49, 48 })]
    [InlineData(new[] { 500L, 500 }, new[] { 600L, 400 })]
    [InlineData(new[] { 20L, 20, 20 }, new[] { 28L, 20, 12 })]
    [InlineData(new[] { 400L, 400, 400 }, new[] { 530L, 350, 320 })]
    [InlineData(new[] { 200L, 200, 200 }, new[] { 270L, 170, 160 })]
    public void RowsToSettle_ChiSquare_IsTheLeastSizeWithThePower(long[] reference, long[] current)
    {
        var result = EquivalenceTest.Evaluate(reference, current);
        Assert.True(result.DriftPValue > 0.05 && result.SamePValue > 0.05);

        var plan = EquivalencePlanning.RowsToSettle(result);

        Assert.Equal(EquivalencePlanStatus.Reachable, plan.Status);
        Assert.True(plan.EffectiveSize > result.EffectiveSize);
        var power = Power(result, plan.Direction, plan.EffectiveSize);
        if (plan.EffectiveSize > EquivalencePlanning.MinimumEffectiveSize)
        {
            Assert.Equal(0.8, power, 1e-5);
        }
        else
        {
            Assert.True(power >= 0.8);
        }

        Assert.Equal((long)Math.Ceiling(2 * plan.EffectiveSize), plan.RowsPerSide);
    }

    [Fact]
    public void RowsToSettle_ReferenceLargeEnough_SaysTheCurrentRows()
    {
        var plan = EquivalencePlanning.RowsToSettle(EquivalenceTest.Evaluate([5000, 5000], [52, 48]));

        Assert.Equal(Verdict.Pass, plan.Direction);
        Assert.Equal((long)Math.Ceiling(plan.EffectiveSize * 10_000 / (10_000 - plan.EffectiveSize)), plan.CurrentRows);
    }

    [Fact]
    public void RowsToSettle_ReferenceTooSmall_LeavesTheCurrentRowsOut()
    {
        var plan = EquivalencePlanning.RowsToSettle(EquivalenceTest.Evaluate([50, 50], [5200, 4800]));

        Assert.True(plan.EffectiveSize >= 100);
        Assert.Null(plan.CurrentRows);
        Assert.NotNull(plan.RowsPerSide);
    }

    [Fact]
    public void RowsToSettle_DesignEffect_AsksForSoManyMoreRows()
    {
        var options = new EquivalenceOptions { DesignEffect = 3 };
        var independent = EquivalencePlanning.RowsToSettle(EquivalenceTest.Evaluate([50, 50, 50], [60, 50, 40]));
        var clustered = EquivalencePlanning.RowsToSettle(
            EquivalenceTest.Evaluate([150, 150, 150], [180, 150, 120], options)
        );

        Relative.Equal(independent.EffectiveSize, clustered.EffectiveSize, 1e-4);
        Relative.Equal(3.0 * independent.RowsPerSide!.Value, clustered.RowsPerSide!.Value, 1e-3);
    }

    [Theory]
    [InlineData(new[] { 100L, 0 }, new[] { 100L, 0 }, Verdict.Pass)]
    [InlineData(new[] { 100L, 0 }, new[] { 95L, 4 }, Verdict.Fail)]
    public void RowsToSettle_Boxes_IsTheLeastScaleThatSettles(long[] reference, long[] current, Verdict direction)
    {
        var result = EquivalenceTest.Evaluate(reference, current);
        Assert.Equal(EquivalenceMethod.ClopperPearsonBoxes, result.Method);
        Assert.True(result.DriftPValue > 0.05 && result.SamePValue > 0.05);

        var plan = EquivalencePlanning.RowsToSettle(result);

        Assert.Equal((EquivalencePlanStatus.Reachable, direction), (plan.Status, plan.Direction));
        var scale = plan.EffectiveSize / result.EffectiveSize;
        Assert.True(PValueAt(1.001 * scale) <= 0.05);
        Assert.True(plan.EffectiveSize == EquivalencePlanning.MinimumEffectiveSize || PValueAt(0.999 * scale) > 0.05);

        double PValueAt(double factor)
        {
            // A million times the rows, each worth that much less: real multiples of the observed cells.
            const long many = 1_000_000;
            var scaled = EquivalenceTest.Evaluate(
                [.. reference.Select(count => count * many)],
                [.. current.Select(count => count * many)],
                new EquivalenceOptions { DesignEffect = many / factor }
            );
            return direction == Verdict.Pass ? scaled.SamePValue : scaled.DriftPValue;
        }
    }

    [Fact]
    public void RowsToSettle_CellsThatGrowDense_AreDecidedByTheChiSquareRule()
    {
        // Three events in each sample: five are enough for the chi-square rule, long before the box is small enough.
        var sparse = EquivalenceTest.Evaluate([60, 3], [60, 3]);
        Assert.Equal(EquivalenceMethod.ClopperPearsonBoxes, sparse.Method);

        var plan = EquivalencePlanning.RowsToSettle(sparse);

        var dense = EquivalencePlanning.RowsToSettle(EquivalenceTest.Evaluate([60, 5], [60, 5]));
        Assert.Equal(Verdict.Pass, plan.Direction);
        Assert.Equal(
            Math.Max(100, Math.Max(sparse.EffectiveSize * 5 / 3, dense.EffectiveSize)),
            plan.EffectiveSize,
            1e-6
        );
    }

    [Fact]
    public void RowsToSettle_EffectAtTheBound_IsTooNear()
    {
        // A true distance within a millionth of the bound would take about 10^12 rows.
        var result = EquivalenceTest.Evaluate([400_000, 600_000], [400_000, 590_000]);
        var atTheBound = result with
        {
            Options = new EquivalenceOptions
            {
                Bound = Math.Sqrt((result.Effect * result.Effect) - (1 / (8 * Math.Log(2) * result.EffectiveSize))),
            },
        };

        var plan = EquivalencePlanning.RowsToSettle(atTheBound);

        Assert.Equal(EquivalencePlanStatus.TooNearTheBound, plan.Status);
        Assert.Null(plan.RowsPerSide);
        Assert.Equal(double.NaN, plan.EffectiveSize);
    }

    [Fact]
    public void RowsToSettle_NoAnswer_HasNoPlan()
    {
        var plan = EquivalencePlanning.RowsToSettle(EquivalenceTest.Evaluate([5], [5]));

        Assert.Equal((EquivalencePlanStatus.Undefined, Verdict.Inconclusive), (plan.Status, plan.Direction));
        Assert.Null(plan.CurrentRows);
    }

    [Fact]
    public void RowsToSettle_Increase_PlansByTheSignedRoot()
    {
        var options = new EquivalenceOptions { Alternative = EquivalenceAlternative.Increase };
        var result = EquivalenceTest.Evaluate([90, 10], [92, 8], options);

        var plan = EquivalencePlanning.RowsToSettle(result);

        // √(8 ln2 N) δ = z(0.95) + z(0.8), or the least size that a Pass needs.
        var root = (Normal.Quantile(0.95) + Normal.Quantile(0.8)) / (0.1 * Math.Sqrt(8 * Math.Log(2)));
        Relative.Equal(Math.Max(100, root * root), plan.EffectiveSize, 1e-12);
    }

    [Fact]
    public void RowsToSettle_BadArguments_AreNamed()
    {
        var result = EquivalenceTest.Evaluate([50, 50], [50, 50]);
        Assert.Throws<ArgumentNullException>(() => EquivalencePlanning.RowsToSettle(null!));
        Assert.Equal(
            "significance",
            Assert.Throws<ArgumentOutOfRangeException>(() => EquivalencePlanning.RowsToSettle(result, 0.5)).ParamName
        );
        Assert.Equal(
            "power",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => EquivalencePlanning.RowsToSettle(result, power: 1))
                .ParamName
        );
        Assert.Equal(
            "minimumEffectiveSize",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    EquivalencePlanning.RowsToSettle(result, minimumEffectiveSize: double.NaN)
                )
                .ParamName
        );
    }

    private static double Power(EquivalenceResult result, Verdict direction, double size)
    {
        double unit = 8 * Math.Log(2),
            df = result.BinCount - 1,
            truth =
                Math.Max(0, (unit * result.EffectiveSize * result.Effect * result.Effect) - df) / result.EffectiveSize,
            limit = unit * result.Bound * result.Bound;
        return direction == Verdict.Pass
            ? NoncentralChiSquare.Cdf(NoncentralChiSquare.Quantile(0.05, df, limit * size), df, truth * size)
            : NoncentralChiSquare.Survival(NoncentralChiSquare.Quantile(0.95, df, limit * size), df, truth * size);
    }
}

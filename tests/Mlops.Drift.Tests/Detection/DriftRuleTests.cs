using System.Collections.Immutable;
using Mlops.Data;
using Mlops.Drift.Detection;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Tests.Detection;

public class DriftRuleTests
{
    [Fact]
    public void KolmogorovSmirnov_AnyDetectableChange_FailsWhereItsSizePasses()
    {
        var (reference, current) = (
            Samples.Numbers("a", Samples.Normal(200_000, 1)),
            Samples.Numbers("b", Samples.Normal(200_000, 2, shift: 0.03))
        );

        var bySize = Samples.Compare(reference, current)["x"];
        var byTest = Samples.Compare(reference, current, Numeric(DriftRule.KolmogorovSmirnov()))["x"];

        Assert.Equal(Verdict.Pass, bySize.Verdict);
        Assert.True(bySize.IsDetectable);
        Assert.Equal(Verdict.Fail, byTest.Verdict);
        Assert.Contains("Kolmogorov-Smirnov: D 0.0", byTest.Reason, StringComparison.Ordinal);
        Assert.Contains("where 0.05 is the level", byTest.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void KolmogorovSmirnov_OnABoundOfItsPValue_CanFailButNotPass()
    {
        var baseline = DriftBaseline
            .Fit(Samples.Numbers("a", Samples.Normal(500, 1)), Numeric(DriftRule.KolmogorovSmirnov()))
            .WithoutValues();

        var same = baseline.Compare(Samples.Numbers("b", Samples.Normal(500, 2)))["x"];
        var shifted = baseline.Compare(Samples.Numbers("b", Samples.Normal(500, 3, shift: 1)))["x"];

        Assert.Equal(Verdict.Inconclusive, same.Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(Verdict.Fail, shifted.Verdict);
    }

    [Theory]
    [InlineData("wasserstein", 0.1, 0.05, Verdict.Pass)]
    [InlineData("wasserstein", 0.1, 0.3, Verdict.Fail)]
    [InlineData("population-stability", 0.1, 0.1, Verdict.Pass)]
    [InlineData("population-stability", 0.1, 0.6, Verdict.Fail)]
    [InlineData("chi-square", 0.05, 0.5, Verdict.Fail)]
    public void Parse_ARule_DecidesOnTheValues(string id, double threshold, double shift, Verdict expected)
    {
        var report = Samples.Compare(
            Samples.Numbers("a", Samples.Normal(20_000, 1)),
            Samples.Numbers("b", Samples.Normal(20_000, 2, shift)),
            Numeric(DriftRule.Parse(id, threshold))
        );

        Assert.Equal(expected, report["x"].Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(id, report["x"].Rule.Id);
    }

    [Fact]
    public void Compare_AnotherRule_StillJudgesMissingValuesBySize()
    {
        var gone = Samples.Normal(5000, 2);
        for (var i = 0; i < gone.Length; i += 2)
        {
            gone[i] = double.NaN;
        }

        var column = Samples.Compare(
            Samples.Numbers("a", Samples.Normal(5000, 1)),
            Samples.Numbers("b", gone),
            Numeric(DriftRule.Wasserstein())
        )["x"];

        Assert.Equal(Verdict.Pass, column.Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(Verdict.Fail, column.Component(ComponentKind.Missingness)!.Verdict);
        Assert.Equal(Verdict.Fail, column.Verdict);
    }

    [Fact]
    public void Compare_ByHolm_AdjustsTestsOverTheColumns()
    {
        Dataset Table(int seed) =>
            Dataset.FromColumns(
                "t",
                [.. Enumerable.Range(0, 4).Select(i => Column.Number($"c{i}", Samples.Normal(300, seed + i)))]
            );

        var options = Numeric(DriftRule.KolmogorovSmirnov()) with { Adjustment = PValueAdjustmentMethod.Holm };
        var report = DriftBaseline.Fit(Table(1), options).Compare(Table(50));

        var raw = report.Columns.Select(column => column.Test("kolmogorov-smirnov")!.PValue).ToArray();
        var expected = new double[raw.Length];
        PValueAdjustment.Adjust(raw, PValueAdjustmentMethod.Holm, expected);
        Assert.Equal(expected, report.Columns.Select(column => column.Test("kolmogorov-smirnov")!.AdjustedPValue));
    }

    [Fact]
    public void Fit_ARuleThatDoesNotFit_NamesTheColumnAndWhatWould()
    {
        var reference = Dataset.FromColumns("r", Column.Category("c", ["a", "b"]));
        var options = DriftOptions.Default with
        {
            CategoricalRule = DriftRule.KolmogorovSmirnov(),
            ColumnRules = ImmutableSortedDictionary<string, DriftRule>.Empty.Add("c", DriftRule.Wasserstein()),
        };

        var error = Assert.Throws<ArgumentException>(() => DriftBaseline.Fit(reference, options));

        Assert.Contains(
            "CategoricalRule: kolmogorov-smirnov is not a test of Category columns",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("The rule of 'c': wasserstein", error.Message, StringComparison.Ordinal);
        Assert.Contains("chi-square, population-stability", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smirnov", null)]
    [InlineData("chi-square", 1.5)]
    [InlineData("wasserstein", -1.0)]
    public void Parse_AWrongRule_IsRefused(string id, double? threshold) =>
        Assert.ThrowsAny<ArgumentException>(() => DriftRule.Parse(id, threshold));

    [Fact]
    public void Options_WithRules_SurviveSaving()
    {
        var options = Numeric(DriftRule.Wasserstein(0.2)) with
        {
            CategoricalRule = DriftRule.ChiSquare(0.01),
            ColumnRules = ImmutableSortedDictionary<string, DriftRule>.Empty.Add("small", DriftRule.Effect),
            Adjustment = PValueAdjustmentMethod.BenjaminiYekutieli,
        };
        var baseline = DriftBaseline.Fit(DriftBaselineTests.Mixed(100, 1), options);

        Assert.Equal(options, DriftBaseline.FromBytes(baseline.ToEnvelope().Bytes).Options);
    }

    private static DriftOptions Numeric(DriftRule rule) => DriftOptions.Default with { NumericRule = rule };
}

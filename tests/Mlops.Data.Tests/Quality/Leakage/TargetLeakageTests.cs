using Mlops.Data.Quality.Leakage;
using Mlops.Statistics.Randomness;

namespace Mlops.Data.Tests.Quality.Leakage;

public class TargetLeakageTests
{
    // scikit-learn 1.2: roc_auc_score on samples/data/pima_diabetes.csv, rows with glucose: 2 * 0.7927905780547949 - 1.
    [Fact]
    public void Measure_OfPima_ByOrderIsTheAreaOfScikitLearn()
    {
        var result = Measure(SampleData.Read("pima_diabetes.csv"), new LeakageOptions { Label = "diabetes" });

        var glucose = result.Features[0];
        Assert.Equal("glucose", glucose.Column);
        Assert.Equal(PowerForm.Order, glucose.Form);
        Assert.Equal(0.5855811561095898, glucose.Power, 1e-12);
        Assert.Equal(("pos", 763L), (glucose.Class, glucose.Count));
        Assert.InRange(glucose.Power, glucose.Interval.Lower, glucose.Interval.Upper);
        Assert.Empty(result.Suspects);
        Assert.All(result.Features, power => Assert.Equal(Verdict.Pass, power.Verdict));
    }

    [Theory]
    [InlineData("telco_churn.csv", "churn")]
    [InlineData("credit_scoring.csv", "Status")]
    public void Measure_PlantedLeaks_AreTheSuspects(string file, string label)
    {
        var data = SampleData.Read(file).WithRole(label, ColumnRole.Label);
        Assert.Empty(Measure(data).Suspects);
        var first = ((CategoryColumn)data[label])[0];
        var random = new Philox(7);
        bool[] isFirst =
        [
            .. Enumerable.Range(0, data.RowCount).Select(row => ((CategoryColumn)data[label])[row] == first),
        ];

        // By order, by groups without an order, as a category, and by what is missing.
        var order = isFirst.Select(is1 => random.NextDouble() + (is1 ? 1 : 0)).ToArray();
        var parity = isFirst.Select(is1 => (2.0 * random.NextBelow(5u)) + (is1 ? 1 : 0)).ToArray();
        var leaky = Dataset
            .FromColumns(
                "leaky",
                [
                    .. data.Columns,
                    Column.Number("order", order),
                    Column.Number("parity", parity),
                    Column.Category("code", isFirst.Select(is1 => (is1 ? "A" : "B") + random.NextBelow(3u))),
                    Column.Number("gap", [.. isFirst.Select(is1 => is1 ? double.NaN : random.NextDouble())]),
                ]
            )
            .WithRole(label, ColumnRole.Label);

        var result = Measure(leaky);

        Assert.Equal(["code", "gap", "order", "parity"], result.Suspects.Select(power => power.Column).Order());
        Assert.Contains(result.Missingness, power => power is { Column: "gap", Verdict: Verdict.Fail });
        Assert.DoesNotContain(result.Features, power => power is { Column: "gap", Verdict: Verdict.Fail });
    }

    [Fact]
    public void Measure_AFeatureOfDifferentTexts_HasNoPower()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Category("id", Enumerable.Range(0, 400).Select(i => $"id{i}")),
            Column.Boolean("y", Enumerable.Range(0, 400).Select(i => i % 3 == 0))
        );

        var power = Measure(data, new LeakageOptions { Label = "y" }).Features[0];

        Assert.Equal(Verdict.Pass, power.Verdict);
        Assert.InRange(power.Power, 0, 0.1);
    }

    [Fact]
    public void Measure_NumbersAgainstNumbers_IsSpearmansSquareOrMore()
    {
        // SciPy 1.10: spearmanr is 0.582217282578494 for these.
        double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)(i * 37 % 101))];
        double[] y = [.. Enumerable.Range(0, 60).Select(i => (i * 53 % 97) + (0.5 * (i * 37 % 101)))];
        var power = Of(x, y);
        Assert.Equal(0.338976964133086, power.Power, 1e-12);
        Assert.Equal(PowerForm.Order, power.Form);

        // Any rising transform of either changes nothing.
        Assert.Equal(power.Power, Of([.. x.Select(Math.Exp)], [.. y.Select(Math.Sqrt)]).Power, 1e-12);
        Assert.Equal(power.Power, Of([.. x.Select(value => -value)], y).Power, 1e-12);

        // A parabola has no order, and groups tell it.
        double[] line = [.. Enumerable.Range(-500, 1001).Select(i => (double)i)];
        var parabola = Of(line, [.. line.Select(value => value * value)]);
        Assert.Equal(PowerForm.Groups, parabola.Form);
        Assert.InRange(parabola.Power, 0.97, 1);
        Assert.Equal(Verdict.Fail, parabola.Verdict);

        static FeaturePower Of(double[] x, double[] y) =>
            TargetLeakage
                .Measure(
                    Dataset.FromColumns("d", Column.Number("x", x), Column.Number("y", y)),
                    new LeakageOptions { Label = "y" }
                )
                .Features[0];
    }

    [Fact]
    public void Measure_Noise_PassesAndItsIntervalCoversNoPower()
    {
        var random = new Philox(3);
        var columns = Enumerable
            .Range(0, 40)
            .Select(i => Column.Number($"x{i}", [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())]))
            .Append<Column>(
                Column.Category("y", Enumerable.Range(0, 500).Select(_ => "abc"[(int)random.NextBelow(3u)].ToString()))
            );

        var result = Measure(Dataset.FromColumns("d", columns), new LeakageOptions { Label = "y" });

        Assert.All(result.Features, power => Assert.Equal(Verdict.Pass, power.Verdict));
        // The lower limit is above 0 for at most 5 in 100 features; 40 features with more than 6 have a probability of 0.4%.
        Assert.InRange(result.Features.Count(power => power.Interval.Lower > 0), 0, 6);
    }

    [Fact]
    public void Measure_SameSeed_IsTheSame()
    {
        var data = SampleData.Read("credit_scoring.csv").WithRole("Status", ColumnRole.Label);

        Assert.Equal(Measure(data).Features, Measure(data).Features);
    }

    [Fact]
    public void Measure_DataThatCantAnswer_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Absent, Measure(Dataset.ParseCsv("a\n1\n")).Status);
        Assert.Equal(ResultStatus.Empty, Status("a,y\n"));
        Assert.Equal(ResultStatus.Constant, Status("a,y\n1,1\n2,1\n"));
        Assert.Equal(ResultStatus.AllMissing, Status("a,y\n1,\n2,\n"));
        var few = Measure(Dataset.ParseCsv("a,y\n1,0\n2,1\n"), new LeakageOptions { Label = "y" });
        Assert.Equal(ResultStatus.TooFewRows, few.Features[0].Status);
        Assert.Equal(Verdict.Inconclusive, few.Features[0].Verdict);
        Assert.True(double.IsNaN(few.Features[0].Power));
        Assert.Throws<ArgumentException>(() => Status("a\n1\n"));

        static ResultStatus Status(string csv) =>
            Measure(Dataset.ParseCsv(csv), new LeakageOptions { Label = "y" }).Status;
    }

    private static LeakageResult Measure(Dataset data, LeakageOptions? options = null) =>
        TargetLeakage.Measure(data, options, TestContext.Current.CancellationToken);
}

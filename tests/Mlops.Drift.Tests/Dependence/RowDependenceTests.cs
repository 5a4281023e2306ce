using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;

namespace Mlops.Drift.Tests.Dependence;

public sealed class RowDependenceTests
{
    // Windows of a fixed length are counted from the year 1: here 20, 30 and 50 days all begin one.
    private static readonly DateTime s_start = new(738_900 * TimeSpan.TicksPerDay, DateTimeKind.Utc);

    [Theory]
    [InlineData("auto")]
    [InlineData("independent")]
    [InlineData("time")]
    [InlineData("entity:customer")]
    [InlineData("period:Month")]
    [InlineData("period:06:00:00")]
    public void Parse_WhatIdSays_IsTheSame(string id) => Assert.Equal(id, RowDependence.Parse(id).Id);

    [Theory]
    [InlineData("monthly")]
    [InlineData("entity:")]
    [InlineData("period:fortnight")]
    public void Parse_Anything_IsRefusedWithWhatThereIs(string text) =>
        Assert.Throws<FormatException>(() => RowDependence.Parse(text));

    /// <summary>Two stretches of one autocorrelated series: taken as independent rows they are often called drifted, by blocks of time hardly ever.</summary>
    [Fact]
    public void Compare_AutocorrelatedSeries_IsNotCalledDrifted()
    {
        int independent = 0,
            byTime = 0;
        const int replicates = 60;
        for (var seed = 0; seed < replicates; seed++)
        {
            var values = Autoregressive(3000, seed, 0.97);
            var (reference, current) = (Series(values[..1500], 0), Series(values[1500..], 1500));
            byTime += Verdict(RowDependence.Auto) == Mlops.Verdict.Fail ? 1 : 0;
            independent += Verdict(RowDependence.Independent) == Mlops.Verdict.Fail ? 1 : 0;

            Verdict Verdict(RowDependence dependence) =>
                Samples.Compare(reference, current, new DriftOptions { Dependence = dependence })["x"].Verdict;
        }

        Assert.True(byTime <= 5, $"{byTime} by time");
        Assert.True(independent >= 20, $"{independent} as independent rows");
    }

    [Fact]
    public void Compare_RowsOfAFewCustomers_TellAsMuchAsTheCustomers()
    {
        var reference = Customers(60, 40, 1);
        var current = Customers(60, 40, 2);

        var report = Samples.Compare(reference, current);

        var test = report["x"].Component(ComponentKind.Value)!.Test;
        Assert.Equal("'customer'", report.Dependence.By);
        Assert.Equal(60, report.Dependence.ReferenceBlockCount);
        Assert.Equal(60, report.Dependence.CurrentBlockCount);
        Assert.InRange(test.Options.DesignEffect, 30, 45);
        Assert.InRange(test.EffectiveSize, 1200.0 / 45, 1200.0 / 30);
        Assert.Equal(Verdict.Inconclusive, report["x"].Verdict);
        Assert.Equal(TestPrecision.Estimate, report["x"].Test("kolmogorov-smirnov")!.Precision);
        Assert.Contains("tell as much as one independent row", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_IdentifiersThatNeverRepeat_AreIndependentRows()
    {
        var report = Samples.Compare(Customers(300, 1, 1), Customers(300, 1, 2));

        Assert.True(report.Dependence.IsIndependent);
        Assert.Equal(1, report["x"].Component(ComponentKind.Value)!.Test.Options.DesignEffect);
        Assert.Contains("independent of each other", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_IndependentRowsWithATime_TellNearlyAsMuch()
    {
        var report = Samples.Compare(Series(Samples.Normal(20_000, 1), 0), Series(Samples.Normal(20_000, 2), 20_000));

        Assert.Equal("time", report.Dependence.By);
        Assert.InRange(report["x"].Component(ComponentKind.Value)!.Test.Options.DesignEffect, 1, 1.1);
        Assert.Equal(Verdict.Pass, report.Verdict);
        Assert.Contains("tell as much", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AProfile_BorrowsTheReferencesDesign()
    {
        var reference = Customers(100, 20, 1);
        var current = Customers(100, 20, 2);
        var baseline = DriftBaseline.Fit(reference);
        var profile = baseline.CreateProfile();
        profile.Add(current);

        var rows = baseline.Compare(current);
        var borrowed = baseline.Compare(profile);

        Assert.True(borrowed.Dependence.IsBorrowed);
        Assert.False(rows.Dependence.IsBorrowed);
        Assert.InRange(Effect(borrowed) / Effect(rows), 0.8, 1.25);

        static double Effect(DriftReport report) =>
            report["x"].Component(ComponentKind.Value)!.Test.Options.DesignEffect;
    }

    [Fact]
    public void Scaled_ToBlocksOfOne_IsIndependent()
    {
        var design = new ColumnDesign(9, 5, 1);

        Assert.Equal(ColumnDesign.Independent, design.Scaled(17, 1));
        Assert.Equal(new ColumnDesign(17, 9, 1), design.Scaled(17, 33));
        Assert.Equal(ColumnDesign.Independent, design.Scaled(1, 50));
    }

    [Fact]
    public void Compare_ALoadedBaseline_KeepsItsBlocks()
    {
        var baseline = DriftBaseline.Fit(
            Series(Autoregressive(2000, 3, 0.9), 0),
            new DriftOptions { Dependence = RowDependence.OfPeriods(TimeSpan.FromDays(20)) }
        );
        var current = Series(Autoregressive(500, 4, 0.9), 2000);

        var loaded = DriftBaseline.FromBytes(baseline.ToEnvelope().Bytes);

        Assert.Equal(baseline.Options, loaded.Options);
        Assert.Equal(
            baseline.WithoutValues().Compare(current).ToEnvelope().Digest,
            loaded.Compare(current).ToEnvelope().Digest
        );
        Assert.Equal(baseline.ToEnvelope().Bytes.ToArray(), loaded.Seal(null).Bytes.ToArray());
    }

    [Fact]
    public void Compare_APeriodLikeTheOthers_IsNotBeyondThem()
    {
        // Every twenty days have a level of their own: the next twenty days have another, as always.
        var levels = Samples.Normal(61, 5);
        double[] values = [.. Samples.Normal(61 * 50, 6).Select((value, i) => value + levels[i / 50])];
        var options = new DriftOptions
        {
            Dependence = RowDependence.OfPeriods(TimeSpan.FromDays(50)),
            NumericRule = DriftRule.PeriodVariation(),
        };
        var baseline = DriftBaseline.Fit(Series(values[..3000], 0), options);

        var usual = baseline.Compare(Series(values[3000..], 3000));
        var unusual = baseline.Compare(Series([.. values[3000..].Select(value => value + 6)], 3000));

        Assert.True(usual["x"].Test("period-variation")!.PValue > 0.05);
        Assert.Equal(Verdict.Pass, usual["x"].Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(1.0 / 61, unusual["x"].Test("period-variation")!.PValue, 12);
        Assert.Equal(Verdict.Fail, unusual["x"].Verdict);
        Assert.True(unusual.Dependence.IsBorrowed);
    }

    /// <summary>The p-value of one period more is uniform where periods are exchangeable.</summary>
    [Fact]
    public void PeriodVariation_ExchangeablePeriods_RejectsAtTheLevel()
    {
        var rejected = 0;
        const int replicates = 400;
        for (var seed = 0; seed < replicates; seed++)
        {
            var levels = Samples.Normal(40, 1000 + seed);
            double[] values = [.. Samples.Normal(40 * 30, 9000 + seed).Select((value, i) => value + levels[i / 30])];
            var baseline = DriftBaseline.Fit(
                Series(values[..1170], 0),
                new DriftOptions { Dependence = RowDependence.OfPeriods(TimeSpan.FromDays(30)) }
            );
            rejected +=
                baseline.Compare(Series(values[1170..], 1170))["x"].Test("period-variation")!.PValue <= 0.1 ? 1 : 0;
        }

        Assert.InRange(rejected / (double)replicates, 0.1 - 0.045, 0.1 + 0.045);
    }

    [Fact]
    public void PeriodVariation_TooFewPeriods_SaysSo()
    {
        var options = new DriftOptions { Dependence = RowDependence.OfPeriods(TimeWindow.Year) };

        var report = Samples.Compare(Series(Samples.Normal(1000, 1), 0), Series(Samples.Normal(300, 2), 1000), options);

        Assert.Equal(ResultStatus.TooFewRows, report["x"].Test("period-variation")!.Status);
    }

    [Fact]
    public void Fit_ARuleWithoutPeriods_IsRefused()
    {
        var data = Samples.Numbers("x", [1, 2, 3]);

        var rule = Assert.Throws<ArgumentException>(() =>
            DriftBaseline.Fit(data, new DriftOptions { NumericRule = DriftRule.PeriodVariation() })
        );
        var periods = Assert.Throws<ArgumentException>(() =>
            DriftBaseline.Fit(data, new DriftOptions { Dependence = RowDependence.OfPeriods(TimeWindow.Week) })
        );
        var entity = Assert.Throws<ArgumentException>(() =>
            DriftBaseline.Fit(data, new DriftOptions { Dependence = RowDependence.OfEntity("customer") })
        );

        Assert.Contains("OfPeriods", rule.Message, StringComparison.Ordinal);
        Assert.Contains("one time column", periods.Message, StringComparison.Ordinal);
        Assert.Contains("no column 'customer'", entity.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_MissingValuesThatComeInBlocks_AreJudgedWithTheirBlocks()
    {
        // Every fourth block of fifty rows is missing altogether: the outage is the unit, not the row.
        double[] Broken(int seed) =>
            [.. Samples.Normal(2000, seed).Select((value, i) => i / 50 % 4 == 0 ? double.NaN : value)];

        var report = Samples.Compare(Series(Broken(1), 0), Series(Broken(2), 2000));

        Assert.InRange(report["x"].Component(ComponentKind.Missingness)!.Test.Options.DesignEffect, 20, 60);
        Assert.InRange(report["x"].Component(ComponentKind.Value)!.Test.Options.DesignEffect, 1, 1.4);
    }

    private static double[] Autoregressive(int count, int seed, double memory)
    {
        var noise = Samples.Normal(count, seed, scale: Math.Sqrt(1 - (memory * memory)));
        noise[0] /= Math.Sqrt(1 - (memory * memory));
        for (var i = 1; i < count; i++)
        {
            noise[i] += memory * noise[i - 1];
        }

        return noise;
    }

    private static Dataset Series(double[] values, int firstDay) =>
        Dataset.FromColumns(
            "series",
            Column.Time("day", [.. values.Select((_, i) => (DateTime?)s_start.AddDays(firstDay + i))]),
            Column.Number("x", values)
        );

    private static Dataset Customers(int customers, int rowsEach, int seed)
    {
        var levels = Samples.Normal(customers, seed);
        var noise = Samples.Normal(customers * rowsEach, 100 + seed, scale: 0.05);
        return Dataset
            .FromColumns(
                "customers",
                Column.Category("customer", [.. noise.Select((_, i) => $"c{seed}-{i % customers}")]),
                Column.Number("x", [.. noise.Select((value, i) => levels[i % customers] + value)])
            )
            .WithRole("customer", ColumnRole.Identifier);
    }

    private static string Text(DriftReport report) =>
        string.Join(
            ' ',
            Reporting
                .Rendering.ReportRenderer.ToText(report.ToDocument())
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}

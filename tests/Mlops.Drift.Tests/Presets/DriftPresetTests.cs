using Mlops.Data;
using Mlops.Drift.Presets;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests.Presets;

public class DriftPresetTests
{
    [Theory]
    // tests/stattests/test_registry.py of evidentlyai/evidently a4aa4c2 (0.7.21): which test is the default.
    [InlineData(new[] { 1.0 }, 10, "z")]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 1, "ks")]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 1000, "wasserstein")]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, 1000, "jensenshannon")]
    public void Evidently_OfNumbers_ChoosesAsThePeer(double[] values, int times, string method)
    {
        var data = Samples.Numbers("d", [.. Enumerable.Repeat(values, times).SelectMany(each => each)]);

        Assert.Equal(method, DriftPreset.Evidently07.Compare(data, data)["x"].Method.Id);
    }

    [Theory]
    [InlineData("abc", 10, "chisquare")]
    [InlineData("ab", 10, "z")]
    [InlineData("ab", 10_000, "jensenshannon")]
    public void Evidently_OfCategories_ChoosesAsThePeer(string letters, int times, string method)
    {
        var values = Enumerable.Repeat(letters, times).SelectMany(each => each).Select(letter => $"{letter}");
        var data = Dataset.FromColumns("d", Column.Category("x", values));

        Assert.Equal(method, DriftPreset.Evidently07.Compare(data, data)["x"].Method.Id);
    }

    [Fact]
    public void Evidently_WithHalfOfTheColumnsDrifted_Fails()
    {
        var (reference, current) = Shifted();
        var report = DriftPreset.Evidently07.Compare(reference, current);

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(0.5, report.DriftedShare);
        Assert.Equal(["moved"], report.Drifted.Select(column => column.Name));
        Assert.Equal(
            Verdict.Pass,
            (DriftPreset.Evidently07 with { DriftShare = 0.6 }).Compare(reference, current).Verdict
        );
    }

    [Fact]
    public void Evidently_WithMissingAndInfiniteValues_LeavesThemOut()
    {
        double[] plain = Samples.Normal(50, 1);
        double[] holed = [.. plain, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        var clean = DriftPreset.Evidently07.Compare(Samples.Numbers("a", plain), Samples.Numbers("b", plain));
        var report = DriftPreset.Evidently07.Compare(Samples.Numbers("a", holed), Samples.Numbers("b", holed));

        Assert.Equal(clean["x"].Score, report["x"].Score);
    }

    [Fact]
    public void Compare_WithChosenMethods_UsesThem()
    {
        var (reference, current) = Shifted();
        var preset = DriftPreset.Evidently07 with
        {
            NumberMethod = "psi",
            NumberThreshold = 100,
            ColumnMethods = DriftPreset.Evidently07.ColumnMethods.Add("same", "hellinger"),
            ColumnThresholds = DriftPreset.Evidently07.ColumnThresholds.Add("same", 0),
        };
        var report = preset.Compare(reference, current);

        Assert.Equal(
            ("psi", 100, false),
            (report["moved"].Method.Id, report["moved"].Threshold, report["moved"].IsDetected)
        );
        Assert.Equal(
            ("hellinger", 0, true),
            (report["same"].Method.Id, report["same"].Threshold, report["same"].IsDetected)
        );
    }

    [Fact]
    public void Compare_WithWhatIsNotThere_SaysSo()
    {
        var (reference, current) = Shifted();
        var preset = DriftPreset.Evidently07 with
        {
            ColumnMethods = DriftPreset.Evidently07.ColumnMethods.Add("sam", "ks"),
        };

        Assert.Contains(
            "ks",
            Assert.Throws<ArgumentException>(() => DriftPreset.Evidently07 with { NumberMethod = "kss" }).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => DriftPreset.Evidently07 with { CategoryMethod = "ks" });
        Assert.Contains(
            "same",
            Assert.Throws<ArgumentException>(() => preset.Compare(reference, current)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => DriftPreset.Named("evident"));
        Assert.Throws<ArgumentOutOfRangeException>(() => DriftPreset.Evidently07 with { DriftShare = 2 });
    }

    [Fact]
    public void Named_InAnyCase_FindsEveryPreset()
    {
        Assert.All(DriftPreset.All, preset => Assert.Same(preset, DriftPreset.Named(preset.Name.ToUpperInvariant())));
    }

    [Fact]
    public void NannyMl_OfChunks_IsThePeers()
    {
        // NumPy 1.24.2 and SciPy 1.10.1, seed 5: normal(0, 1, 1005), then normal(0.5, 1, 503); chunks of 100 and 50 rows, the last ones of 5 and 3.
        var state = new NumPyState(5);
        var reference = Samples.Numbers("reference", state.Normal(0, 1, 1005));
        var current = Samples.Numbers("current", state.Normal(0.5, 1, 503));
        var column = DriftPreset.NannyMl013.Compare(reference, current)["x"];

        double[] expected =
        [
            0.2930749688403785,
            0.3907599909882481,
            0.24823163535764456,
            0.2546004577251316,
            0.2909191696953687,
            0.34099146523168866,
            0.3224387685703368,
            0.2565515747426845,
            0.23779085743339343,
            0.2825271574965856,
            0.44667776567674433,
        ];
        PresetAssert.Near(0.5866523006471551, column.Threshold);
        Assert.Equal(expected.Length, column.Chunks.Count);
        Assert.All(expected.Zip(column.Chunks), pair => PresetAssert.Near(pair.First, pair.Second.Score));
        Assert.False(column.IsDetected);
        Assert.Equal(expected.Max(), column.Score, 1e-12);
        Assert.Equal((500, 3), (column.Chunks[^1].Start, column.Chunks[^1].Count));
    }

    [Fact]
    public void NannyMl_OfAnEmptyChunkAndFewRows_HasStatuses()
    {
        double[] values = [.. Samples.Normal(100, 3)];
        double[] holed = [.. values.Select((value, i) => i is >= 20 and < 30 ? double.NaN : value)];
        var column = DriftPreset.NannyMl013.Compare(Samples.Numbers("a", values), Samples.Numbers("b", holed))["x"];

        Assert.Equal(ResultStatus.Empty, column.Chunks[2].Status);
        Assert.Equal(ResultStatus.Ok, column.Status);
        Assert.Equal(
            ResultStatus.TooFewRows,
            DriftPreset.NannyMl013.Compare(Samples.Numbers("a", values), Samples.Numbers("b", values[..9]))["x"].Status
        );
    }

    [Fact]
    public void NannyMl_ChiSquare_AlertsByItsPValue()
    {
        var reference = Dataset.FromColumns(
            "a",
            Column.Category("x", Enumerable.Range(0, 1000).Select(i => i % 4 == 0 ? "u" : "v"))
        );
        var current = Dataset.FromColumns(
            "b",
            Column.Category("x", Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? "u" : "v"))
        );
        var preset = DriftPreset.NannyMl013 with { CategoryMethod = "chi2", CategoryThreshold = 1e9 };

        Assert.Equal(Verdict.Fail, preset.Compare(reference, current).Verdict);
        Assert.Equal(Verdict.Pass, preset.Compare(reference, reference).Verdict);
    }

    [Fact]
    public void Deepchecks_ByRole_HasThePeersThresholds()
    {
        var (reference, current) = Shifted();
        var report = DriftPreset.Deepchecks019.Compare(reference.WithRole("moved", ColumnRole.Label), current);

        Assert.Equal((0.15, 0.2), (report["moved"].Threshold, report["same"].Threshold));
        Assert.Equal((PresetRule.Above, PresetRule.AtLeast), (report["moved"].Method.Rule, report["same"].Method.Rule));
        Assert.Equal(Verdict.Fail, report.Verdict);
    }

    [Fact]
    public void Compare_WithoutAThreshold_IsInconclusive()
    {
        var (reference, current) = Shifted();
        foreach (var preset in new DriftPreset[] { DriftPreset.TensorFlowDataValidation121, DriftPreset.Frouros09 })
        {
            Assert.Equal(Verdict.Inconclusive, preset.Compare(reference, current).Verdict);
            Assert.Equal(
                Verdict.Pass,
                (preset with { NumberThreshold = preset.Name == "tfdv" ? 1 : 1e-200 })
                    .Compare(reference, current)
                    .Verdict
            );
        }

        Assert.Equal(
            Verdict.Fail,
            (DriftPreset.Frouros09 with { NumberThreshold = 0.01 }).Compare(reference, current).Verdict
        );
    }

    [Fact]
    public void Compare_OfAnyPreset_OfBadData_NeverThrowsNorSaysDrift()
    {
        var reference = Dataset.FromColumns(
            "reference",
            Column.Number("empty", [.. Enumerable.Repeat(double.NaN, 20)]),
            Column.Number("constant", [.. Enumerable.Repeat(3.0, 20)]),
            Column.Category("none", Enumerable.Repeat<string?>(null, 20)),
            Column.Category("one", Enumerable.Repeat("a", 20)),
            Column.Number("gone", Samples.Normal(20, 1))
        );
        foreach (var preset in DriftPreset.All)
        {
            var report = preset.Compare(reference, reference.Without("gone"));

            Assert.Equal(5, report.Columns.Count);
            Assert.Empty(report.Drifted);
            Assert.Equal(ResultStatus.Absent, report["gone"].Status);
            Assert.All(
                report.Columns,
                column =>
                    Assert.True(
                        column.Status == ResultStatus.Ok != double.IsNaN(column.Score),
                        $"{preset.Name} {column.Name}"
                    )
            );
            Assert.All(
                report.Columns,
                column => Assert.Equal(column.Status == ResultStatus.Ok, column.Reason.Length == 0)
            );
        }
    }

    [Fact]
    public void Report_OfAnyPreset_ShowsAndSerialisesItself()
    {
        var (reference, current) = Shifted();
        foreach (var preset in DriftPreset.All)
        {
            PresetReport report = preset.Compare(reference, current),
                again = preset.Compare(reference, current);

            Assert.Equal(again.ToEnvelope().Bytes.Span, report.ToEnvelope().Bytes.Span);
            Assert.Contains(preset.Title, report.ToDocument().ToMarkdown(), StringComparison.Ordinal);
            Assert.Equal(2, report.ToChecks().Checks.Count);
            Assert.Equal(report.Verdict, report.ToChecks().Verdict);
        }
    }

    private static (Dataset Reference, Dataset Current) Shifted()
    {
        var same = Samples.Normal(300, 1);
        return (
            Dataset.FromColumns(
                "reference",
                Column.Number("moved", Samples.Normal(300, 2)),
                Column.Number("same", same)
            ),
            Dataset.FromColumns(
                "current",
                Column.Number("moved", Samples.Normal(300, 3, shift: 1)),
                Column.Number("same", same)
            )
        );
    }
}

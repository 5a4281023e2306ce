using System.Collections.Immutable;
using System.Text;
using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Serialization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Tests;

public class DriftBaselineTests
{
    [Fact]
    public void FromBytes_WhatToEnvelopeWrote_RoundTripsByteForByte()
    {
        var baseline = DriftBaseline.Fit(Mixed(400, 1), Options());

        var read = DriftBaseline.FromBytes(baseline.ToEnvelope().Bytes);

        Assert.Equal(baseline.ToEnvelope().Bytes.ToArray(), read.ToEnvelope().Bytes.ToArray());
        Assert.Equal(baseline.ToEnvelope().Bytes.ToArray(), read.Seal(null).Bytes.ToArray());
        Assert.Equal(baseline.Digest, read.Digest);
        Assert.Equal(baseline.Options, read.Options);
    }

    [Fact]
    public void Compare_ByALoadedBaseline_GivesTheSameReport()
    {
        var baseline = DriftBaseline.Fit(Mixed(400, 1), Options());
        var current = Mixed(300, 2);

        var binned = DriftBaseline.FromBytes(baseline.ToEnvelope().Bytes);
        var values = DriftBaseline.FromBytes(baseline.ToEnvelope(BaselineDetail.Values).Bytes);

        Assert.Equal(BaselineDetail.Values, baseline.Detail);
        Assert.Equal(BaselineDetail.Values, values.Detail);
        Assert.Equal(baseline.Digest, values.Digest);
        Assert.Equal(Report(baseline), Report(values));
        Assert.Equal(BaselineDetail.Binned, binned.Detail);
        Assert.Equal(Report(baseline.WithoutValues()), Report(binned));
        Assert.NotEqual(Report(baseline), Report(binned));

        ContentDigest Report(DriftBaseline by) => by.Compare(current).ToEnvelope().Digest;
    }

    [Fact]
    public void ToEnvelope_WithValues_RoundTripsByteForByte()
    {
        var bytes = DriftBaseline.Fit(Mixed(400, 1)).ToEnvelope(BaselineDetail.Values).Bytes.ToArray();

        var read = DriftBaseline.FromBytes(bytes);

        Assert.Equal(bytes, read.ToEnvelope(BaselineDetail.Values).Bytes.ToArray());
    }

    [Fact]
    public void ToEnvelope_ValuesThatAreNoLongerHeld_IsRefused()
    {
        var baseline = DriftBaseline.Fit(Mixed(400, 1)).WithoutValues();

        var error = Assert.Throws<InvalidOperationException>(() => baseline.ToEnvelope(BaselineDetail.Values));

        Assert.Contains("Fit it from the data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaveAndLoad_AFile_RoundTrips()
    {
        var path = Path.Combine(
            Path.GetTempPath(),
            $"baseline-{Environment.ProcessId}-{nameof(SaveAndLoad_AFile_RoundTrips)}.json"
        );
        try
        {
            var baseline = DriftBaseline.Fit(Mixed(100, 1));
            baseline.Save(path);
            baseline.Save(path);
            Assert.Equal(baseline.Digest, DriftBaseline.Load(path).Digest);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void FromBytes_ANewerSchema_IsRefusedByName()
    {
        var text = Encoding.UTF8.GetString(DriftBaseline.Fit(Mixed(50, 1)).ToEnvelope().Bytes.Span);
        var newer = text.Replace("\"schemaVersion\":3", "\"schemaVersion\":4", StringComparison.Ordinal);

        var error = Assert.Throws<UnsupportedSchemaVersionException>(() =>
            DriftBaseline.FromBytes(Encoding.UTF8.GetBytes(newer))
        );

        Assert.Equal(DriftBaseline.Kind, error.Kind);
        Assert.Equal(4, error.SchemaVersion);
    }

    [Fact]
    public void FromBytes_AnAlteredCount_IsRefused()
    {
        var text = Encoding.UTF8.GetString(DriftBaseline.Fit(Mixed(50, 1)).ToEnvelope().Bytes.Span);
        var altered = text.Replace("\"rows\":50", "\"rows\":51", StringComparison.Ordinal);
        Assert.NotEqual(text, altered);

        Assert.Throws<EnvelopeFormatException>(() => DriftBaseline.FromBytes(Encoding.UTF8.GetBytes(altered)));
    }

    [Fact]
    public void Load_NotABaseline_NamesTheFile()
    {
        var path = Path.Combine(
            Path.GetTempPath(),
            $"baseline-{Environment.ProcessId}-{nameof(Load_NotABaseline_NamesTheFile)}.json"
        );
        try
        {
            File.WriteAllText(path, "a,b\n1,2\n");
            var error = Assert.Throws<EnvelopeFormatException>(() => DriftBaseline.Load(path));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void FromBytes_TheGoldenFileOfVersion1_ReadsAndRoundTrips()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "baseline.v1.json"));

        var baseline = DriftBaseline.FromBytes(bytes);

        Assert.Equal(bytes, baseline.ToEnvelope().Bytes.ToArray());
        Assert.Equal(400, baseline.Reference.RowCount);
        Assert.Equal(DriftRule.Effect, baseline.Options.NumericRule);
        Assert.Equal(Verdict.Pass, baseline.Compare(Mixed(20_000, 2))["small"].Verdict);
    }

    [Fact]
    public void FromBytes_TheGoldenFileOfVersion2_ReadsAndIsSavedAnew()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "baseline.v2.json"));

        var baseline = DriftBaseline.FromBytes(bytes);

        var anew = DriftBaseline.FromBytes(baseline.ToEnvelope(BaselineDetail.Values).Bytes);
        Assert.Equal(baseline.Options, anew.Options);
        Assert.Equal(baseline.Digest, anew.Digest);
        Assert.Equal(RowDependence.Independent, baseline.Options.Dependence);
        Assert.Equal(DriftRule.KolmogorovSmirnov(0.01), baseline.Options.RuleOf("number", ColumnKind.Number));
        Assert.Equal(DriftRule.PopulationStability(0.2), baseline.Options.CategoricalRule);
        Assert.Equal(Statistics.MultipleTesting.PValueAdjustmentMethod.Holm, baseline.Options.Adjustment);
    }

    [Fact]
    public void FromBytes_TheGoldenFileOfVersion3_ReadsAndRoundTrips()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "baseline.v3.json"));

        var baseline = DriftBaseline.FromBytes(bytes);

        Assert.Equal(bytes, baseline.ToEnvelope(BaselineDetail.Values).Bytes.ToArray());
        Assert.Equal(RowDependence.OfPeriods(TimeWindow.Month), baseline.Options.Dependence);
        Assert.Equal(["hellinger", "mann-whitney"], baseline.Options.FurtherTests);
        Assert.Equal(DriftRule.PeriodVariation(0.1), baseline.Options.NumericRule);
        Assert.Equal(20, baseline.Design.BlockCount);
        Assert.Equal(20, baseline.Design.Periods[0].Length);
    }

    [Fact]
    public void CreateProfile_MergedFromAThousandParts_EqualsOnePass()
    {
        var baseline = DriftBaseline.Fit(Mixed(2000, 1));
        var current = Mixed(5000, 2);
        var merged = baseline.CreateProfile();
        for (var part = 0; part < 1000; part++)
        {
            var profile = baseline.CreateProfile();
            profile.Add(current.Slice(part * 5, 5));
            merged.Merge(profile);
        }

        var once = baseline.Compare(current);
        var parts = baseline.Compare(merged);

        Assert.Equal(once.Verdict, parts.Verdict);
        foreach (var (a, b) in once.Columns.Zip(parts.Columns))
        {
            // Counts are exact, so everything judged is equal; moments agree within 1e-12 of the data's scale.
            Assert.Equal(a.Components, b.Components);
            Assert.Equal(a.Bins, b.Bins);
            Assert.Equal(a.Current.MissingCount, b.Current.MissingCount);
            var scale = a.Kind == ColumnKind.Number ? Math.Abs(a.Current.Maximum) : 1;
            Assert.Equal(a.Current.Mean, b.Current.Mean, 1e-12 * scale);
            Assert.Equal(a.Current.StandardDeviation, b.Current.StandardDeviation, 1e-12 * scale);
        }
    }

    [Fact]
    public void Compare_AProfileOfAnotherBaseline_IsRefused()
    {
        var profile = DriftBaseline.Fit(Mixed(100, 1)).CreateProfile();

        var error = Assert.Throws<ArgumentException>(() => DriftBaseline.Fit(Mixed(100, 2)).Compare(profile));

        Assert.Contains("another reference", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AnyNumberOfThreads_GivesTheSameBytes()
    {
        var (reference, current) = (Mixed(3000, 1), Mixed(3000, 2));

        byte[] Bytes(int threads)
        {
            var context = new ComputeContext { MaxDegreeOfParallelism = threads };
            return DriftBaseline.Fit(reference, null, context).Compare(current, context).ToEnvelope().Bytes.ToArray();
        }

        Assert.Equal(Bytes(1), Bytes(4));
    }

    [Fact]
    public void Fit_OptionsOutOfRange_TellsEverythingAtOnce()
    {
        var options = DriftOptions.Default with
        {
            FalseDiscoveryRate = 0,
            EquivalenceLevel = 1.5,
            ColumnBounds = ImmutableSortedDictionary<string, EffectBound>.Empty.Add(
                "nowhere",
                EffectBound.JensenShannon(0.2)
            ),
        };

        var error = Assert.Throws<ArgumentException>(() => DriftBaseline.Fit(Mixed(50, 1), options));

        Assert.Contains("FalseDiscoveryRate", error.Message, StringComparison.Ordinal);
        Assert.Contains("EquivalenceLevel", error.Message, StringComparison.Ordinal);
        Assert.Contains("'nowhere'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Cancelled_Throws()
    {
        var context = new ComputeContext { CancellationToken = new CancellationToken(true) };

        Assert.ThrowsAny<OperationCanceledException>(() => DriftBaseline.Fit(Mixed(50, 1), null, context));
    }

    internal static Dataset Mixed(int rows, int seed)
    {
        var numbers = Samples.Normal(rows, seed, shift: 100);
        for (var i = 0; i < rows; i += 7)
        {
            numbers[i] = double.NaN;
        }

        return Dataset
            .FromColumns(
                "mixed",
                Column.Number("number", numbers),
                Column.Number(
                    "small",
                    Samples.Normal(rows, seed + 50).Select(value => (int)Math.Round(value)).ToArray()
                ),
                Column.Category(
                    "category",
                    Samples.Categories(rows, seed + 100, ("a", 0.6), ("b", 0.3), ("ü \"quoted\"", 0.1))
                ),
                Column.Boolean("flag", Samples.Normal(rows, seed + 150).Select(value => value > 0.5))
            )
            .WithRole("flag", ColumnRole.Label)
            .WithProtected("category");
    }

    private static DriftOptions Options() =>
        DriftOptions.Default with
        {
            ColumnBounds = ImmutableSortedDictionary<string, EffectBound>.Empty.Add(
                "small",
                EffectBound.JensenShannon(0.2)
            ),
            TolerableFailedShare = 0.25,
        };
}

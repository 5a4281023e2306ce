using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Data.Profiles;
using Mlops.Serialization;
using Mlops.Statistics.Quantiles;

namespace Mlops.Data.Tests.Profiles;

public class SketchedProfileTests
{
    [Fact]
    public void Save_ADayOfAHundredColumns_IsUnderAMegabyte()
    {
        // Number columns are the largest; a profile grows by some bytes for each doubling of the rows.
        const int Rows = 400_000;
        var profile = Profile(
            Dataset.FromColumns(
                "day",
                [.. Enumerable.Range(0, 100).Select(i => Column.Number($"c{i}", Normal(Rows, i)))]
            )
        );

        var bytes = profile.ToEnvelope().Bytes;

        Assert.InRange(bytes.Length, 1, 980_000);
        Assert.Equal(bytes.ToArray(), DatasetProfile.FromBytes(bytes).ToEnvelope().Bytes.ToArray());
    }

    [Fact]
    public void Add_InPartsOfAnySize_StaysWithinTheStatedError() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(5, 9),
            Prop.ForAll(
                ArbMap.Default.ArbFor<PositiveInt>(),
                ArbMap.Default.ArbFor<PositiveInt>(),
                (seed, parts) =>
                {
                    var values = Normal(20_000, seed.Get);
                    var data = Dataset.FromColumns("d", Column.Number("x", values));
                    var whole = DatasetProfileDefinition.FromSchema(data.Schema).Create();
                    var size = 1 + (values.Length / parts.Get);
                    for (var start = 0; start < values.Length; start += size)
                    {
                        var part = whole.Definition.Create();
                        part.Add(data.Slice(start, Math.Min(size, values.Length - start)));
                        whole.Merge(part);
                    }

                    var sketch = (NumericSketchProfile)whole["x"];
                    var sorted = values.Order().ToArray();
                    var error = sketch.RankError(0.9999).Bound;
                    Assert.Equal(20_000, sketch.PresentCount);
                    foreach (var p in (double[])[0.01, 0.25, 0.5, 0.9])
                    {
                        Assert.InRange(
                            sketch.Quantile(p),
                            EmpiricalQuantile.OfSorted(sorted, Math.Max(0, p - error)),
                            EmpiricalQuantile.OfSorted(sorted, Math.Min(1, p + error))
                        );
                    }

                    Assert.Equal(sorted[0], sketch.Moments.Minimum);
                    Assert.InRange(sketch.DistinctEstimate, 16_000, 24_000);
                }
            )
        );

    [Fact]
    public void Add_FewValues_CountsEachExactly()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Number("n", [1.0, 1.0, -0.0, 0.0, double.NaN]),
            Column.Boolean("b", [true, null, true, false, true]),
            Column.Category("c", ["a", "b", null, "a", "ü"])
        );

        var profile = Profile(data);

        var (n, c) = ((NumericSketchProfile)profile["n"], (CategorySketchProfile)profile["c"]);
        Assert.Equal((2, 1L, 2L, false), (n.DistinctEstimate, n.MissingCount, n.ModalCount, n.IsConstant));
        Assert.Equal((3, 1L, 2L, true), (c.DistinctEstimate, c.MissingCount, c.ModalCount, c.IsExact));
        Assert.Equal(["true", "false"], ((CategorySketchProfile)profile["b"]).Categories.Select(item => item.Item));
    }

    [Fact]
    public void ConvertTo_TheDefinitionOfTheSameRows_CountsTheSameCellsWhenNothingWasLost()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Number("n", Normal(200, 1)),
            Column.Category("c", Normal(200, 2).Select(value => value > 1 ? "hot" : "cold"))
        );
        var definition = DatasetProfileDefinition.FromReference(data);
        var counted = definition.Create();
        counted.Add(data);

        var converted = Profile(data).ConvertTo(definition);

        var (expected, actual) = ((NumericColumnProfile)counted["n"], (NumericColumnProfile)converted["n"]);
        Assert.Equal(expected.Cells.ToArray(), actual.Cells.ToArray());
        Assert.Equal(0, actual.CountVariance);
        Assert.Equal(
            ((CategoryColumnProfile)counted["c"]).Categories,
            ((CategoryColumnProfile)converted["c"]).Categories
        );
        Assert.Equal(definition.Columns, DatasetProfileDefinition.FromProfile(Profile(data)).Columns);
    }

    [Fact]
    public void ConvertTo_AnotherReferencesBins_IsRefused()
    {
        var (one, other) = (Dataset.FromColumns("d", Column.Number("n", Normal(50, 1))), Normal(50, 2));
        var counted = DatasetProfileDefinition.FromReference(one).Create();

        var error = Assert.Throws<ArgumentException>(() =>
            counted.ConvertTo(
                DatasetProfileDefinition.FromReference(Dataset.FromColumns("d", Column.Number("n", other)))
            )
        );

        Assert.Contains("another reference", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_OfConvertedProfiles_AddsTheVariances()
    {
        var (a, b) = (
            Dataset.FromColumns("a", Column.Number("n", Normal(20_000, 1))),
            Dataset.FromColumns("b", Column.Number("n", Normal(30_000, 2)))
        );
        var definition = DatasetProfileDefinition.FromReference(a);
        var (first, second) = (Profile(a).ConvertTo(definition), Profile(b).ConvertTo(definition));
        var (v, w) = (Variance(first), Variance(second));

        first.Merge(second);

        Assert.True(v > 0 && w > 0);
        Assert.Equal(v + w, Variance(first));
        Assert.Equal(v + w, Variance(DatasetProfile.FromBytes(first.ToEnvelope().Bytes)));

        static double Variance(DatasetProfile profile) => ((NumericColumnProfile)profile["n"]).CountVariance;
    }

    [Fact]
    public void ConvertTo_FlagsWhereTheReferenceHasTexts_CountsTheirNames()
    {
        var flags = Dataset.FromColumns("f", Column.Boolean("c", [true, true, false, null]));
        var texts = Dataset.FromColumns("t", Column.Category("c", ["true", "x", null]));

        var asTexts = Profile(flags).ConvertTo(DatasetProfileDefinition.FromReference(texts))["c"];
        var asFlags = Profile(texts).ConvertTo(DatasetProfileDefinition.FromReference(flags))["c"];

        Assert.Equal(2, ((CategoryColumnProfile)asTexts).CountOf("true"));
        Assert.Equal((1, 0L), (asTexts.MissingCount, asTexts.Failures.Count));
        // Texts would have to be read anew, which a profile can't: they count as values that do not convert.
        Assert.Equal((3, 2L), (asFlags.MissingCount, asFlags.Failures.Count));
    }

    [Fact]
    public void FromProfile_ManyDifferentFractions_AreNoIdentifier()
    {
        var data = Dataset.FromColumns("d", Column.Number("n", Normal(5000, 1)));

        Assert.Equal(ColumnRole.Feature, DatasetProfileDefinition.FromProfile(Profile(data)).Columns[0].Role);
    }

    [Fact]
    public void Merge_OfOtherSketchSizes_IsRefused()
    {
        var schema = Dataset.FromColumns("d", Column.Number("n", [1.0])).Schema;
        var profile = DatasetProfileDefinition.FromSchema(schema).Create();
        var other = DatasetProfileDefinition
            .FromSchema(schema, SketchOptions.Default with { QuantileSize = 128 })
            .Create();

        Assert.Throws<ArgumentException>(() => profile.Merge(other));
    }

    [Fact]
    public void FromBytes_WhatWasAltered_IsRefusedWithAReason()
    {
        var bytes = Profile(
                Dataset.FromColumns(
                    "d",
                    Column.Number("n", Normal(2000, 1)),
                    Column.Category("c", Normal(2000, 2).Select(value => $"{(int)(500 * value)}"))
                )
            )
            .ToEnvelope()
            .Bytes.ToArray();
        var random = new Random(4);
        for (var i = 0; i < 300; i++)
        {
            var altered = (byte[])bytes.Clone();
            altered[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.Equal(bytes, DatasetProfile.FromBytes(altered).ToEnvelope().Bytes.ToArray());
            }
            catch (EnvelopeFormatException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public void Load_AnotherFile_NamesIt()
    {
        var path = Path.Combine(Path.GetTempPath(), $"profile-{Environment.ProcessId}.json");
        try
        {
            File.WriteAllText(path, "{}", Encoding.UTF8);
            var error = Assert.Throws<EnvelopeFormatException>(() => DatasetProfile.Load(path));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static DatasetProfile Profile(Dataset data)
    {
        var profile = DatasetProfileDefinition.FromSchema(data.Schema).Create();
        profile.Add(data);
        return profile;
    }

    private static double[] Normal(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())
                ),
        ];
    }
}

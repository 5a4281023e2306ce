using System.Globalization;
using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Tests;

/// <summary>The verdict's promise, where both sides are seen through sketches: at the bound both errors are rare, whatever order values came in.</summary>
/// <remarks>The long form, whose rates stand in docs/profiles.md: <c>MLOPS_LONG=1 dotnet test tests/Mlops.Drift.Tests -c Release --filter SketchedVerdict</c>.</remarks>
public class SketchedVerdictTests(ITestOutputHelper output)
{
    private const double Level = 0.05;
    private static readonly bool s_isLong = Environment.GetEnvironmentVariable("MLOPS_LONG") == "1";

    [Theory]
    [InlineData(20_000, 1, "shuffled")]
    [InlineData(20_000, 1, "sorted")]
    [InlineData(20_000, 1, "zoomed")]
    [InlineData(64_000, 64, "shuffled")]
    [InlineData(64_000, 64, "sorted")]
    [InlineData(64_000, 64, "zoomed")]
    public void PValues_AtTheBoundThroughSketches_RarelyCallItWrongly(int rows, int parts, string order)
    {
        var repetitions = s_isLong ? 2000 : 40;
        var (fail, pass, size) = Rates(rows, parts, order, EffectBound.Equivalents(0.1).Shift, repetitions);
        var (_, unchanged, _) = Rates(rows, parts, order, 0, repetitions);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows} | {parts} | {order} | {size:F0} | {100 * fail:F2} | {100 * pass:F2} | {100 * unchanged:F1} |"
            )
        );

        var limit = Level + (3 * Math.Sqrt(Level * (1 - Level) / repetitions));
        Assert.InRange(fail, 0, limit);
        Assert.InRange(pass, 0, limit);
        Assert.InRange(unchanged, 0.9, 1);
    }

    private static (double Fail, double Pass, double Size) Rates(
        int rows,
        int parts,
        string order,
        double shift,
        int repetitions
    )
    {
        var tests = new EquivalenceResult[repetitions];
        Parallel.For(
            0,
            repetitions,
            i =>
            {
                var (x, y) = (Samples.Normal(rows, (2 * i) + 1), Samples.Normal(rows, (2 * i) + 2, shift));
                tests[i] = DriftBaseline
                    .Fit(Sketch(Ordered(x, order), parts))
                    .Compare(Sketch(Ordered(y, order), parts))["x"]
                    .Component(ComponentKind.Value)!
                    .Test;
            }
        );
        return (
            tests.Average(test => test.DriftPValue <= Level ? 1.0 : 0),
            tests.Average(test => test.SamePValue <= Level ? 1.0 : 0),
            tests.Average(test => test.EffectiveSize)
        );
    }

    private static DatasetProfile Sketch(double[] values, int parts)
    {
        var data = Samples.Numbers("x", values);
        var whole = DatasetProfileDefinition.FromSchema(data.Schema).Create();
        var size = values.Length / parts;
        for (var part = 0; part < parts; part++)
        {
            var profile = whole.Definition.Create();
            profile.Add(data.Slice(part * size, size));
            whole.Merge(profile);
        }

        return whole;
    }

    private static double[] Ordered(double[] values, string order)
    {
        if (order == "shuffled")
        {
            return values;
        }

        Array.Sort(values);
        // From the outside inwards, a low one and a high one in turn.
        return order == "sorted"
            ? values
            : [.. Enumerable.Range(0, values.Length).Select(i => i % 2 == 0 ? values[i / 2] : values[^(1 + (i / 2))])];
    }
}

using Mlops.Statistics.Distributions;
using Mlops.Statistics.Sketches.Sampling;

namespace Mlops.Statistics.Tests.Sketches.Sampling;

/// <summary>Each row, and each pair of rows, is drawn equally often over the seeds.</summary>
public sealed class ReservoirUniformityTests
{
    private const int Rows = 40;
    private const int Size = 12;
    private const int Seeds = 4_000;

    /// <summary>In one stream; in parts of one stream, of unequal length; and in parts with a stream each, whose rows begin at 0.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(5, false)]
    [InlineData(5, true)]
    [InlineData(40, true)]
    public void Items_OverManySeeds_AreUniform(int parts, bool hasOwnStreams)
    {
        var drawn = new long[Rows];
        var pairs = new long[Rows, Rows];
        var firsts = new long[Rows];
        for (var seed = 0UL; seed < Seeds; seed++)
        {
            var sample = Sampled(seed, parts, hasOwnStreams);
            foreach (var row in sample)
            {
                drawn[row]++;
                foreach (var other in sample)
                {
                    pairs[row, other]++;
                }
            }

            firsts[sample[0]]++;
        }

        // Rows are drawn without replacement, so their counts are less spread than independent ones.
        const double Share = (double)Size / Rows;
        var expected = Seeds * Share;
        var spread = drawn.Sum(count => (count - expected) * (count - expected)) / (expected * (1 - Share));
        AssertUniform(spread * (Rows - 1) / Rows, Rows - 1);
        AssertUniform(firsts.Sum(count => Math.Pow(count - ((double)Seeds / Rows), 2)) * Rows / Seeds, Rows - 1);

        const double PairShare = Share * (Size - 1) / (Rows - 1);
        for (var row = 0; row < Rows; row++)
        {
            for (var other = 0; other < row; other++)
            {
                var deviation = Math.Sqrt(Seeds * PairShare * (1 - PairShare));
                Assert.InRange(pairs[row, other] - (Seeds * PairShare), -5 * deviation, 5 * deviation);
            }
        }
    }

    private static long[] Sampled(ulong seed, int parts, bool hasOwnStreams)
    {
        var definition = new ReservoirDefinition<long>(Size, seed);
        var merged = definition.Create();
        var start = 0;
        for (var part = 0; part < parts; part++)
        {
            var end = Rows * (part + 1) * (part + 2) / (parts * (parts + 1));
            var sample = definition.Create();
            for (var row = start; row < end; row++)
            {
                sample.Add(row, hasOwnStreams ? row - start : row, hasOwnStreams ? (ulong)part : 0);
            }

            merged.Merge(sample);
            start = end;
        }

        Assert.Equal((Rows, Size), (merged.Count, merged.EffectiveSize));
        return merged.ToArray();
    }

    private static void AssertUniform(double statistic, int degreesOfFreedom) =>
        Assert.InRange(ChiSquare.Survival(statistic, degreesOfFreedom), 0.001, 0.999);
}

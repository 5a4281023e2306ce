using Mlops.Statistics.Randomness;
using Mlops.Statistics.Stratified;

namespace Mlops.Statistics.Tests.Stratified;

public sealed class KitagawaDecompositionTests
{
    /// <summary>By hand: shares (0.5, 0.5) and (0.8, 0.2), means (1, 3) and (2, 3).</summary>
    [Fact]
    public void Decompose_TwoGroups_IsWhatTheFormulaSays()
    {
        var result = KitagawaDecomposition.Decompose([new(50, 1, 4), new(50, 3, 4)], [new(80, 2, 4), new(20, 3, 4)]);

        Assert.Equal(0.2, result.Change.Estimate, 1e-12);
        // 0.3 · 1.5 - 0.3 · 3 and 0.65 · 1.
        Assert.Equal(-0.45, result.Composition.Estimate, 1e-12);
        Assert.Equal(0.65, result.Within.Estimate, 1e-12);
        Assert.Equal(result.Composition.Estimate, result.Groups.Sum(group => group.Composition), 1e-12);
        Assert.Equal(result.Within.Estimate, result.Groups.Sum(group => group.Within), 1e-12);
    }

    [Fact]
    public void Decompose_SidesExchanged_ChangesTheSign()
    {
        GroupMoments[] reference = [new(50, 1, 2), new(30, 3, 5), new(20, -1, 1)],
            current = [new(80, 2, 3), new(0, 0, 0), new(40, 4, 2)];

        var forth = KitagawaDecomposition.Decompose(reference, current);
        var back = KitagawaDecomposition.Decompose(current, reference);

        Assert.Equal(forth.Change.Estimate, forth.Composition.Estimate + forth.Within.Estimate, 1e-12);
        Assert.Equal(-forth.Composition.Estimate, back.Composition.Estimate, 1e-12);
        Assert.Equal(-forth.Within.Estimate, back.Within.Estimate, 1e-12);
        Assert.Equal(forth.Within.StandardError, back.Within.StandardError, 1e-12);
        Assert.Equal(0, forth.Groups[1].Within);
    }

    [Fact]
    public void Decompose_NothingToTell_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, KitagawaDecomposition.Decompose([], []).Status);
        Assert.Equal(ResultStatus.Empty, KitagawaDecomposition.Decompose([new(3, 1, 1)], [new(0, 0, 0)]).Status);
        var one = KitagawaDecomposition.Decompose([new(3, 1, 1)], [new(1, 2, double.NaN)]);
        Assert.Equal(ResultStatus.TooFewRows, one.Status);
        Assert.Equal(1, one.Change.Estimate);
        Assert.Equal(double.NaN, one.Change.PValue);
        Assert.Equal(
            ResultStatus.Infinite,
            KitagawaDecomposition.Decompose([new(3, double.PositiveInfinity, 1)], [new(3, 1, 1)]).Status
        );
    }

    [Fact]
    public void Decompose_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>(() => KitagawaDecomposition.Decompose([new(1, 1, 1)], []));
        Assert.Throws<ArgumentException>(() => KitagawaDecomposition.Decompose([new(-1, 1, 1)], [new(1, 1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KitagawaDecomposition.Decompose([], [], 1));
    }

    /// <summary>The intervals of all three parts hold the truth as often as they say, when shares and means both move.</summary>
    [Fact]
    public void Decompose_Intervals_HoldTheTruthAsOftenAsStated()
    {
        const int repeats = 1000;
        double[] p = [0.5, 0.3, 0.2],
            q = [0.3, 0.3, 0.4],
            mu = [0, 2, 5],
            nu = [0.5, 2, 4];
        double composition = 0,
            within = 0;
        for (var g = 0; g < 3; g++)
        {
            composition += (q[g] - p[g]) * (mu[g] + nu[g]) / 2;
            within += (q[g] + p[g]) / 2 * (nu[g] - mu[g]);
        }

        var covered = new int[3];
        for (var r = 0; r < repeats; r++)
        {
            var random = new Philox(5, (ulong)r);
            var result = KitagawaDecomposition.Decompose(Draw(random, p, mu, 300), Draw(random, q, nu, 200));
            covered[0] += result.Composition.Interval.Contains(composition) ? 1 : 0;
            covered[1] += result.Within.Interval.Contains(within) ? 1 : 0;
            covered[2] += result.Change.Interval.Contains(composition + within) ? 1 : 0;
        }

        Assert.All(covered, count => Assert.InRange(count / (double)repeats, 0.87, 0.93));
    }

    private static GroupMoments[] Draw(Philox random, double[] shares, double[] means, int rows)
    {
        var values = shares.Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var (u, g) = (random.NextDouble(), 0);
            while (g < shares.Length - 1 && u >= shares[g])
            {
                u -= shares[g++];
            }

            // Uniform about the mean, with a variance of 3.
            values[g].Add(means[g] + (6 * (random.NextDouble() - 0.5)));
        }

        return
        [
            .. values.Select(group =>
            {
                var mean = group.Count == 0 ? 0 : group.Average();
                return new GroupMoments(
                    group.Count,
                    mean,
                    group.Count < 2 ? double.NaN : group.Sum(x => (x - mean) * (x - mean)) / (group.Count - 1)
                );
            }),
        ];
    }
}

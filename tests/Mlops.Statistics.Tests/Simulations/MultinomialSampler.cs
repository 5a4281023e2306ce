namespace Mlops.Statistics.Tests.Simulations;

/// <summary>Draws counts of rows that fall into bins with given shares, row by row (Walker's alias method).</summary>
internal sealed class MultinomialSampler
{
    private readonly double[] _threshold;
    private readonly int[] _alias;

    public MultinomialSampler(IReadOnlyList<double> shares)
    {
        var bins = shares.Count;
        _threshold = new double[bins];
        _alias = new int[bins];
        var scaled = shares.Select(share => share * bins).ToArray();
        var small = new Stack<int>(Enumerable.Range(0, bins).Where(i => scaled[i] < 1));
        var large = new Stack<int>(Enumerable.Range(0, bins).Where(i => scaled[i] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            int less = small.Pop(),
                more = large.Pop();
            (_threshold[less], _alias[less]) = (scaled[less], more);
            scaled[more] -= 1 - scaled[less];
            (scaled[more] < 1 ? small : large).Push(more);
        }

        foreach (var i in small.Concat(large))
        {
            (_threshold[i], _alias[i]) = (1, i);
        }
    }

    public void Draw(Xoshiro256 random, int rows, Span<long> counts)
    {
        counts.Clear();
        for (var row = 0; row < rows; row++)
        {
            var u = random.NextUniform() * _threshold.Length;
            var bin = (int)u;
            counts[u - bin < _threshold[bin] ? bin : _alias[bin]]++;
        }
    }
}

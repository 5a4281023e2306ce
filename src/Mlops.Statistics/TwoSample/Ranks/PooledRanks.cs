namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Both samples' values in ascending order, as labels and groups of ties: what permutation leaves as it is, and what it moves.</summary>
internal sealed class PooledRanks : ITieGroupVisitor
{
    private readonly List<int> _ends = [];
    private readonly byte[] _labels;

    private PooledRanks(int count) => _labels = new byte[count];

    /// <summary>For each value, in ascending order, 1 for a current one and 0 for one of the reference.</summary>
    internal ReadOnlySpan<byte> Labels => _labels;

    /// <summary>For each group of ties, in ascending order, how many values lie below it or in it.</summary>
    internal IReadOnlyList<int> Ends => _ends;

    internal int Count => _labels.Length;

    internal static PooledRanks Of(SortedSamples samples)
    {
        var ranks = new PooledRanks(checked((int)(samples.ReferenceCount + samples.CurrentCount)));
        samples.WalkInOrder(ref ranks);
        return ranks;
    }

    public void Visit(long first, long second, long firstEnd, long secondEnd)
    {
        var begin = (int)(first + second);
        var end = (int)(firstEnd + secondEnd);
        _ends.Add(end);
        _labels.AsSpan(begin + (int)(firstEnd - first), (int)(secondEnd - second)).Fill(1);
    }

    /// <summary>A score for each value, in ascending order, from the ends of its group.</summary>
    /// <param name="score">The score of a group by how many values lie below it, and below it or in it.</param>
    internal T[] Scores<T>(Func<int, int, T> score)
    {
        var scores = new T[Count];
        var begin = 0;
        foreach (var end in _ends)
        {
            scores.AsSpan(begin, end - begin).Fill(score(begin, end));
            begin = end;
        }

        return scores;
    }
}

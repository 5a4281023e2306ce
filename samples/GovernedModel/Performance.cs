namespace GovernedModel;

/// <summary>How well probabilities foretell the truth.</summary>
internal static class Performance
{
    /// <summary>The share of rows whose decision is right.</summary>
    public static double Accuracy(bool[] decided, bool[] truth) =>
        (double)decided.Zip(truth).Count(row => row.First == row.Second) / truth.Length;

    /// <summary>The probability that a good row has a higher score than a bad one: the rank sum of Mann and Whitney (1947).</summary>
    public static double AreaUnderCurve(double[] scores, bool[] truth)
    {
        var (good, bad) = (truth.LongCount(isGood => isGood), truth.LongCount(isGood => !isGood));
        var order = Enumerable.Range(0, scores.Length).OrderBy(row => scores[row]).ToArray();
        var rankSum = 0.0;
        for (var first = 0; first < order.Length; )
        {
            var end = first;
            while (end < order.Length && scores[order[end]] == scores[order[first]])
            {
                end++;
            }

            // Rows with one score share their mean rank.
            rankSum += order[first..end].Count(row => truth[row]) * ((first + end + 1) / 2.0);
            first = end;
        }

        return (rankSum - (good * (good + 1) / 2.0)) / (good * bad);
    }
}

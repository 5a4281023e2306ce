namespace Mlops.Statistics.Permutation;

/// <summary>Draws replicates until there are enough, and makes a p-value of those that were at least as extreme.</summary>
internal static class Replicates
{
    /// <summary>The number of replicates after which a test that may stop early is first looked at; then each time they have doubled.</summary>
    private const int FirstLook = 64;

    /// <summary>The p-value.</summary>
    /// <param name="options">How many, and whether to stop early.</param>
    /// <param name="countExtreme">Draws the replicates from one to below another, and counts those at least as extreme as the data.</param>
    internal static PermutationPValue Draw(PermutationOptions options, Func<int, int, int> countExtreme)
    {
        int drawn = 0,
            extreme = 0;
        while (drawn < options.Replicates)
        {
            var look =
                options.StopAfter is null ? options.Replicates
                : drawn == 0 ? Math.Min(FirstLook, options.Replicates)
                : (int)Math.Min(2L * drawn, options.Replicates);
            extreme += countExtreme(drawn, look);
            drawn = look;
            if (extreme >= options.StopAfter)
            {
                break;
            }
        }

        return new PermutationPValue((1.0 + extreme) / (1.0 + drawn), extreme, drawn, drawn < options.Replicates);
    }
}

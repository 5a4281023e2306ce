using Mlops.Statistics.Randomness;

namespace Mlops.Data.Quality.Leakage;

/// <summary>Deals rows into parts of equal size, at random.</summary>
internal static class Folds
{
    public static int[] Of(int rows, LeakageOptions options)
    {
        var folds = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            folds[row] = row % options.Folds;
        }

        new Philox(options.Seed).Shuffle(folds.AsSpan());
        return folds;
    }
}

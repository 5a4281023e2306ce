using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Goodman and Kruskal's measures: how much better the column is predicted when the row is known, and whether both rise together.</summary>
/// <remarks>
/// Rows and columns without counts count for nothing. Standard errors are those of multinomial sampling, by the delta method. Each is O(cells).
/// Goodman and Kruskal (1954, 1963, 1972).
/// </remarks>
public static class GoodmanKruskal
{
    /// <summary>τ: the share by which knowing the row lessens the error of guessing the column in proportion to its shares; in [0,1].</summary>
    /// <param name="table">Counts, not negative.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <remarks>τ = (Σ p²/p_row - Σ p_column²) / (1 - Σ p_column²). Of two rows and two columns it is φ² = X²/N.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static AssociationResult Tau(long[,] table, double confidenceLevel = 0.95)
    {
        var shares = AssociationTable.From(table, confidenceLevel);
        double within = 0,
            between = 0;
        var rowPart = new double[shares.Rows];
        shares.Each((i, _, p) => rowPart[i] += p * p / (shares.RowShare(i) * shares.RowShare(i)));
        for (var i = 0; i < shares.Rows; i++)
        {
            within += rowPart[i] * shares.RowShare(i);
        }

        for (var j = 0; j < shares.Columns; j++)
        {
            between += shares.ColumnShare(j) * shares.ColumnShare(j);
        }

        var rest = 1 - between;
        return shares.Result(
            (within - between) / rest,
            (i, j, p) =>
                (((2 * p / shares.RowShare(i)) - rowPart[i]) / rest)
                - (2 * shares.ColumnShare(j) * (1 - within) / (rest * rest)),
            0
        );
    }

    /// <summary>λ: the share by which knowing the row lessens the error of guessing the most frequent column; in [0,1].</summary>
    /// <param name="table">Counts, not negative.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <remarks>
    /// λ = (Σ max in row - max column) / (N - max column): 0 where all rows have the same most frequent column, however much else they differ. Of equally frequent
    /// columns the first is taken.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static AssociationResult Lambda(long[,] table, double confidenceLevel = 0.95)
    {
        var shares = AssociationTable.From(table, confidenceLevel);
        var modes = new int[shares.Rows];
        var most = 0;
        shares.Each((i, j, p) => modes[i] = p > shares[i, modes[i]] ? j : modes[i]);
        double inRows = 0;
        for (var j = 1; j < shares.Columns; j++)
        {
            most = shares.ColumnShare(j) > shares.ColumnShare(most) ? j : most;
        }

        for (var i = 0; i < shares.Rows && shares.Columns > 0; i++)
        {
            inRows += shares[i, modes[i]];
        }

        var top = shares.Columns == 0 ? double.NaN : shares.ColumnShare(most);
        return shares.Result(
            (inRows - top) / (1 - top),
            (i, j, _) =>
                ((modes[i] == j ? 1 : 0) / (1 - top))
                - ((most == j ? 1 : 0) * (1 - inRows) / ((1 - top) * (1 - top))),
            0
        );
    }

    /// <summary>γ: of the pairs of rows of data that differ in row and column, the share that rises together less the share that does not; in [-1,1].</summary>
    /// <param name="table">Counts, not negative; rows and columns in their natural order.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <remarks>γ = (C - D) / (C + D) with C the concordant and D the discordant pairs; for two rows and two columns Yule's Q.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static AssociationResult Gamma(long[,] table, double confidenceLevel = 0.95)
    {
        var shares = AssociationTable.From(table, confidenceLevel);
        var (with, against) = shares.Pairs();
        double concordant = 0,
            discordant = 0;
        shares.Each(
            (i, j, p) =>
            {
                concordant += p * with[i, j];
                discordant += p * against[i, j];
            }
        );
        var both = concordant + discordant;

        // Both sums count each pair twice, and so does a derivative: d concordant / dp = 2 with.
        return shares.Result(
            (concordant - discordant) / both,
            (i, j, _) => 4 * ((discordant * with[i, j]) - (concordant * against[i, j])) / (both * both),
            -1
        );
    }

    /// <summary>Theil's U: the share of the column's entropy that the row explains; in [0,1].</summary>
    /// <param name="table">Counts, not negative.</param>
    /// <param name="confidenceLevel">The two-sided level of the interval, in (0,1).</param>
    /// <remarks>U = I(row; column) / H(column), the uncertainty coefficient. Theil (1970).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">A count is negative, or the counts sum to more than a long holds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static AssociationResult TheilU(long[,] table, double confidenceLevel = 0.95)
    {
        var shares = AssociationTable.From(table, confidenceLevel);
        double information = 0,
            entropy = 0;
        shares.Each(
            (i, j, p) => information += SpecialFunctions.Deviance(p, shares.RowShare(i) * shares.ColumnShare(j))
        );
        shares.EachPair((i, j, p) => information += p == 0 ? shares.RowShare(i) * shares.ColumnShare(j) : 0);
        for (var j = 0; j < shares.Columns; j++)
        {
            var share = shares.ColumnShare(j);
            entropy -= share == 0 ? 0 : share * Math.Log(share);
        }

        return shares.Result(
            information / entropy,
            (i, j, p) =>
                (Math.Log(p / (shares.RowShare(i) * shares.ColumnShare(j))) / entropy)
                + (information * Math.Log(shares.ColumnShare(j)) / (entropy * entropy)),
            0
        );
    }
}

using System.Globalization;

namespace Mlops.Data.Quality.Representativeness;

/// <summary>What the population is made of, by one column or the cross of two.</summary>
/// <remarks>Immutable. Shares that sum to 1 within a hundredth are scaled to sum to 1: published tables are rounded.</remarks>
public sealed partial class PopulationShares
{
    private const double Rounding = 0.01;

    /// <summary>Declares shares.</summary>
    /// <param name="columns">One column or two.</param>
    /// <param name="shares">The shares of the groups, each with a value for each column.</param>
    /// <exception cref="ArgumentException">There is not one column or two; a group comes twice or has another number of values; a share is negative, NaN or above 1; or the shares do not sum to 1.</exception>
    public PopulationShares(IEnumerable<string> columns, IEnumerable<PopulationShare> shares)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(shares);
        Columns = [.. columns];
        if (Columns.Count is not (1 or 2) || Columns.Distinct(StringComparer.Ordinal).Count() != Columns.Count)
        {
            throw new ArgumentException("Shares are declared for one column or the cross of two.", nameof(columns));
        }

        List<PopulationShare> given = [.. shares];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var share in given)
        {
            var name = string.Join(", ", share.Values);
            if (share.Values.Count != Columns.Count || !seen.Add(KeyOf(share.Values)))
            {
                throw new ArgumentException(
                    share.Values.Count != Columns.Count
                        ? $"The group '{name}' has {share.Values.Count} values; there are {Columns.Count} columns."
                        : $"The group '{name}' comes twice.",
                    nameof(shares)
                );
            }

            if (!(share.Share >= 0 && share.Share <= 1))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The share of '{name}' is {share.Share}; it must lie in [0,1]."
                    ),
                    nameof(shares)
                );
            }
        }

        var sum = given.Sum(share => share.Share);
        if (Math.Abs(sum - 1) > Rounding)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The shares of {Name} sum to {sum:R}; they must sum to 1, so declare every group."
                ),
                nameof(shares)
            );
        }

        Shares = [.. given.Select(share => share with { Share = share.Share / sum })];
    }

    /// <summary>The columns, one or two.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The groups in the order in which they were declared.</summary>
    public IReadOnlyList<PopulationShare> Shares { get; }

    /// <summary>The columns as a title: <c>region × sex</c>.</summary>
    public string Name => string.Join(" × ", Columns);

    /// <summary>Declares the shares of one column's values.</summary>
    /// <param name="column">The column.</param>
    /// <param name="shares">The share of each value, as text.</param>
    /// <exception cref="ArgumentException">A share is outside [0,1], or they do not sum to 1.</exception>
    public static PopulationShares Of(string column, IReadOnlyDictionary<string, double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new PopulationShares([column], shares.Select(share => new PopulationShare([share.Key], share.Value)));
    }

    /// <summary>Declares the shares of the cross of two columns.</summary>
    /// <param name="first">The one column.</param>
    /// <param name="second">The other.</param>
    /// <param name="shares">The share of each pair of values, as texts.</param>
    /// <exception cref="ArgumentException">A share is outside [0,1], or they do not sum to 1.</exception>
    public static PopulationShares Of(
        string first,
        string second,
        IReadOnlyDictionary<(string First, string Second), double> shares
    )
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new PopulationShares(
            [first, second],
            shares.Select(share => new PopulationShare([share.Key.First, share.Key.Second], share.Value))
        );
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Shares.Count} groups";

    // Length first, so that no two lists of values have one key.
    internal static string KeyOf(IEnumerable<string> values) =>
        string.Concat(values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value}")));
}

using System.Text.Json.Serialization;

namespace Mlops.Registry.Risk;

/// <summary>Which risks are acceptable: a table of likelihood by severity.</summary>
/// <remarks>
/// ISO 14971 leaves the criteria to the manufacturer (section 4.2). The default is this SDK's: the product of the two points up
/// to 4 is acceptable, up to 12 is to be reduced further, from 15 on it is unacceptable.
/// </remarks>
public sealed record RiskAcceptabilityMatrix
{
    private const int Points = 5;

    /// <summary>Takes a table.</summary>
    /// <param name="rows">Five rows, by likelihood from improbable to frequent, of five columns each, by severity from negligible
    /// to catastrophic. What is likelier, or more severe, is never more acceptable.</param>
    /// <exception cref="ArgumentException">It has not that shape or order; the message says where.</exception>
    [JsonConstructor]
    public RiskAcceptabilityMatrix(IReadOnlyList<IReadOnlyList<RiskAcceptability>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count != Points || rows.Any(row => row is null || row.Count != Points))
        {
            throw new ArgumentException("The matrix has not five rows of five columns.", nameof(rows));
        }

        for (var i = 0; i < Points; i++)
        {
            for (var j = 0; j < Points; j++)
            {
                ThrowIfOutOfOrder(rows, i, j);
            }
        }

        Rows = [.. rows.Select(row => Array.AsReadOnly(row.ToArray()))];
    }

    /// <summary>The default table.</summary>
    public static RiskAcceptabilityMatrix Default { get; } =
        new([
            .. Enumerable
                .Range(1, Points)
                .Select(likelihood =>
                    Enumerable.Range(1, Points).Select(severity => ByProduct(likelihood * severity)).ToArray()
                ),
        ]);

    /// <summary>The table: rows by likelihood, columns by severity.</summary>
    public IReadOnlyList<IReadOnlyList<RiskAcceptability>> Rows { get; }

    /// <summary>What is to be done about a risk.</summary>
    /// <param name="estimate">Its likelihood and severity.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no point of its scale.</exception>
    public RiskAcceptability Judge(RiskEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (!Enum.IsDefined(estimate.Likelihood) || !Enum.IsDefined(estimate.Severity))
        {
            throw new ArgumentOutOfRangeException(nameof(estimate), estimate, "Likelihood and severity are 1 to 5.");
        }

        return Rows[(int)estimate.Likelihood - 1][(int)estimate.Severity - 1];
    }

    /// <inheritdoc/>
    public bool Equals(RiskAcceptabilityMatrix? other) =>
        other is not null && Rows.SelectMany(row => row).SequenceEqual(other.Rows.SelectMany(row => row));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Rows.SelectMany(row => row).Aggregate(0, (hash, cell) => HashCode.Combine(hash, cell));

    private static RiskAcceptability ByProduct(int product) =>
        product switch
        {
            <= 4 => RiskAcceptability.Acceptable,
            <= 12 => RiskAcceptability.ReduceFurther,
            _ => RiskAcceptability.Unacceptable,
        };

    private static void ThrowIfOutOfOrder(IReadOnlyList<IReadOnlyList<RiskAcceptability>> rows, int i, int j)
    {
        var cell = rows[i][j];
        if (!Enum.IsDefined(cell))
        {
            throw new ArgumentException(Message(i, j, $"is {cell}, which is no judgement."), nameof(rows));
        }

        if ((i > 0 && cell < rows[i - 1][j]) || (j > 0 && cell < rows[i][j - 1]))
        {
            throw new ArgumentException(
                Message(i, j, $"is {RiskWords.Of(cell)}, more so than a risk that is less likely or less severe."),
                nameof(rows)
            );
        }
    }

    private static string Message(int i, int j, string problem) =>
        $"The cell of {RiskWords.Of((HazardLikelihood)(i + 1))} and {RiskWords.Of((HazardSeverity)(j + 1))} {problem}";
}

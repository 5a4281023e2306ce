using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Collinearity;

/// <summary>Variance inflation factors: by how much collinearity multiplies the variance of each coefficient of a regression.</summary>
/// <remarks>
/// <para>VIF_j = 1 / (1 - R_j²), with R_j² of the regression, with an intercept, of column j on all others: the diagonal of the inverse of the correlation matrix. 1
/// is no collinearity; above 5 or 10 is usually called too much. It is computed from the singular values of the standardised columns and not from their correlations,
/// so that factors up to about 1e24 are told from infinity.</para>
/// <para>Columns are collinear where a singular value is below 1e-12 of the largest. Constant columns are left out of the others' regressions. NaN is refused, infinity
/// has a status. O(n k²) for n rows and k columns. Belsley, Kuh and Welsch (1980), "Regression diagnostics".</para>
/// </remarks>
public static class VarianceInflation
{
    private const double Singular = 1e-12;

    /// <summary>The share of a direction without variance that a column must have to be called collinear.</summary>
    private const double Involved = 1e-8;

    /// <summary>The factors of all columns.</summary>
    /// <param name="matrix">Rows by columns; no NaN.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <returns>The factors; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">It does not have two dimensions, or a value is NaN.</exception>
    public static VarianceInflationResult Of(ReadOnlyTensorSpan<double> matrix, ComputeContext? context = null)
    {
        if (matrix.Rank != 2)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{nameof(matrix)}' has {matrix.Rank} dimensions; it must have two, rows by columns."
                ),
                nameof(matrix)
            );
        }

        var (rows, columns) = (checked((int)matrix.Lengths[0]), checked((int)matrix.Lengths[1]));
        var length = checked(rows * columns);
        var rented = ArrayPool<double>.Shared.Rent(length);
        try
        {
            matrix.FlattenTo(rented);
            ThrowIfNaN(rented.AsSpan(0, length), columns, nameof(matrix));
            return Of(rented.AsSpan(0, length), rows, columns, context ?? ComputeContext.Default);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static VarianceInflationResult Of(Span<double> values, int rows, int columns, ComputeContext context)
    {
        var factors = new double[columns];
        Array.Fill(factors, double.NaN);
        var status =
            values.IsEmpty ? ResultStatus.Empty
            : !TensorPrimitives.IsFiniteAll<double>(values) ? ResultStatus.Infinite
            : rows <= columns ? ResultStatus.TooFewRows
            : ResultStatus.Ok;
        if (status != ResultStatus.Ok)
        {
            return Result(status, factors, double.NaN, rows);
        }

        var standardized = StandardizedColumns.Of(values, rows, columns, context);
        var kept = standardized.Kept;
        if (kept.Length == 0)
        {
            return Result(ResultStatus.Constant, factors, double.NaN, rows);
        }

        var triangle = standardized.Triangle(context);
        var (singular, directions) = SingularValues.Of(triangle, kept.Length);
        var largest = singular.Max();
        var isCollinear = false;
        for (var j = 0; j < kept.Length; j++)
        {
            // The inverse of the correlation matrix is V S⁻² Vᵀ.
            var factor = 0.0;
            for (var i = 0; i < kept.Length; i++)
            {
                var share = directions[(i * kept.Length) + j];
                if (singular[i] > Singular * largest)
                {
                    factor += share / singular[i] * (share / singular[i]);
                }
                else if (Math.Abs(share) > Involved)
                {
                    factor = double.PositiveInfinity;
                }
            }

            factors[kept[j]] = Math.Max(1, factor);
            isCollinear |= double.IsInfinity(factor);
        }

        return Result(
            kept.Length < columns ? ResultStatus.Constant
                : isCollinear ? ResultStatus.Undefined
                : ResultStatus.Ok,
            factors,
            isCollinear ? double.PositiveInfinity : largest / singular.Min(),
            rows
        );
    }

    private static VarianceInflationResult Result(ResultStatus status, double[] factors, double condition, int rows) =>
        new()
        {
            Status = status,
            Factors = Array.AsReadOnly(factors),
            ConditionNumber = condition,
            RowCount = rows,
        };

    private static void ThrowIfNaN(ReadOnlySpan<double> values, int columns, string name)
    {
        if (!TensorPrimitives.IsNaNAny(values))
        {
            return;
        }

        var position = 0;
        while (!double.IsNaN(values[position]))
        {
            position++;
        }

        throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{name}' has NaN in row {position / columns}, column {position % columns}. Leave rows with missing values out."
            ),
            name
        );
    }
}

using System.Numerics;

namespace Mlops.Data.Quality.LabelNoise;

/// <summary>The features as vectors, row after row, each filled up with zeros to whole registers.</summary>
internal sealed class FeatureMatrix
{
    private const int MostCategories = 50;
    private const float Farthest = 6;

    private FeatureMatrix(int rows, int width)
    {
        Rows = rows;
        Width = (width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        Values = new float[checked(rows * Width)];
    }

    public int Rows { get; }

    public int Width { get; }

    public float[] Values { get; }

    public IReadOnlyList<string> Features { get; private set; } = [];

    public IReadOnlyList<string> NotUsed { get; private set; } = [];

    public ReadOnlySpan<float> this[int row] => Values.AsSpan(row * Width, Width);

    public static FeatureMatrix Of(IReadOnlyList<Column> columns, int[] rows)
    {
        var widths = columns.Select(column => WidthOf(column, rows)).ToArray();
        var matrix = new FeatureMatrix(rows.Length, widths.Sum())
        {
            Features = [.. columns.Where((_, i) => widths[i] > 0).Select(column => column.Name)],
            NotUsed = [.. columns.Where((_, i) => widths[i] == 0).Select(column => column.Name)],
        };
        var start = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (widths[i] > 0)
            {
                matrix.Fill(columns[i], rows, start);
                start += widths[i];
            }
        }

        return matrix;
    }

    private static int WidthOf(Column column, int[] rows) =>
        column switch
        {
            NumericColumn number => Moments(number, rows).Deviation > 0 ? 1 : 0,
            BooleanColumn => 2,
            CategoryColumn category => category.Categories.Count is > 1 and <= MostCategories
                ? category.Categories.Count
                : 0,
            EmbeddingColumn vector => vector.Dimensions,
            _ => 0,
        };

    private static (double Mean, double Deviation) Moments(NumericColumn column, int[] rows)
    {
        var values = column.Values.Span;
        double sum = 0,
            squares = 0;
        var count = 0;
        foreach (var row in rows)
        {
            if (double.IsFinite(values[row]))
            {
                sum += values[row];
                count++;
            }
        }

        var mean = sum / count;
        foreach (var row in rows)
        {
            if (double.IsFinite(values[row]))
            {
                squares += (values[row] - mean) * (values[row] - mean);
            }
        }

        var deviation = Math.Sqrt(squares / count);
        return double.IsFinite(deviation) ? (mean, deviation) : (0, 0);
    }

    private void Fill(Column column, int[] rows, int start)
    {
        switch (column)
        {
            case NumericColumn number:
                var (mean, deviation) = Moments(number, rows);
                for (var i = 0; i < rows.Length; i++)
                {
                    var value = number[rows[i]];
                    Values[(i * Width) + start] = double.IsNaN(value)
                        ? 0
                        : Math.Clamp((float)((value - mean) / deviation), -Farthest, Farthest);
                }

                break;
            case EmbeddingColumn vector:
                FillVectors(vector, rows, start);
                break;
            default:
                for (var i = 0; i < rows.Length; i++)
                {
                    var code = column is BooleanColumn boolean
                        ? boolean.Codes.Span[rows[i]]
                        : ((CategoryColumn)column).Codes.Span[rows[i]];
                    if (code >= 0)
                    {
                        Values[(i * Width) + start + code] = 1;
                    }
                }

                break;
        }
    }

    // A vector weighs as much as one number: the mean squared distance from its mean is 1.
    private void FillVectors(EmbeddingColumn column, int[] rows, int start)
    {
        var mean = new double[column.Dimensions];
        var count = 0;
        double squares = 0;
        foreach (var row in rows.Where(row => !column.IsMissing(row)))
        {
            count++;
            for (var j = 0; j < mean.Length; j++)
            {
                mean[j] += (column[row][j] - mean[j]) / count;
            }
        }

        foreach (var row in rows.Where(row => !column.IsMissing(row)))
        {
            for (var j = 0; j < mean.Length; j++)
            {
                squares += (column[row][j] - mean[j]) * (column[row][j] - mean[j]);
            }
        }

        var scale = squares > 0 ? Math.Sqrt(count / squares) : 0;
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < mean.Length && !column.IsMissing(rows[i]); j++)
            {
                Values[(i * Width) + start + j] = (float)((column[rows[i]][j] - mean[j]) * scale);
            }
        }
    }
}

using System.Text.Json;
using Mlops.Data;
using Mlops.Serialization;

namespace GovernedModel;

/// <summary>The probability that a credit is paid back: a logistic regression with a ridge, fitted by Newton's method.</summary>
internal sealed class LogisticRegression
{
    private readonly Term[] _terms;
    private readonly double[] _weights;

    private LogisticRegression(Term[] terms, double[] weights) => (_terms, _weights) = (terms, weights);

    /// <summary>Fits the model.</summary>
    /// <param name="data">The rows to learn from, with the column Status.</param>
    /// <param name="columns">The columns to learn from.</param>
    /// <param name="ridge">The penalty on the squared weights; the intercept has none.</param>
    /// <param name="loss">Gets the mean log loss before each step.</param>
    public static LogisticRegression Fit(Dataset data, IEnumerable<string> columns, double ridge, List<double> loss)
    {
        Term[] terms = [.. columns.SelectMany(column => Term.Of(data[column]))];
        var rows = Rows(data, terms);
        var paid = IsGood(data);
        var weights = new double[terms.Length + 1];
        double step;
        do
        {
            var gradient = new double[weights.Length];
            var curvature = new double[weights.Length, weights.Length];
            var logLoss = 0.0;
            for (var row = 0; row < rows.Length; row++)
            {
                var p = Probability(weights, rows[row]);
                logLoss -= Math.Log(paid[row] ? p : 1 - p);
                for (var i = 0; i < weights.Length; i++)
                {
                    gradient[i] += ((paid[row] ? 1 : 0) - p) * rows[row][i];
                    for (var j = 0; j < weights.Length; j++)
                    {
                        curvature[i, j] += p * (1 - p) * rows[row][i] * rows[row][j];
                    }
                }
            }

            for (var i = 1; i < weights.Length; i++)
            {
                gradient[i] -= ridge * weights[i];
                curvature[i, i] += ridge;
            }

            loss.Add(logLoss / rows.Length);
            var change = Solve(curvature, gradient);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] += change[i];
            }

            step = change.Max(Math.Abs);
        } while (step > 1e-8);

        return new LogisticRegression(terms, weights);
    }

    /// <summary>The truth: which credits were paid back.</summary>
    public static bool[] IsGood(Dataset data)
    {
        var status = (CategoryColumn)data["Status"];
        return [.. Enumerable.Range(0, data.RowCount).Select(row => status[row] == "good")];
    }

    /// <summary>The probabilities, row by row.</summary>
    public double[] Score(Dataset data) => [.. Rows(data, _terms).Select(row => Probability(_weights, row))];

    /// <summary>Saves all that it takes to score a row, as JSON.</summary>
    public void Save(string path)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteReal("intercept", _weights[0]);
            writer.WriteStartArray("terms");
            foreach (var (index, term) in _terms.Index())
            {
                term.Write(writer, _weights[index + 1]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        AtomicFile.WriteAllBytes(path, buffer.ToArray());
    }

    private static double Probability(double[] weights, double[] row)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static double[][] Rows(Dataset data, Term[] terms)
    {
        var values = terms.Select(term => term.Values(data[term.Column])).ToArray();
        return
        [
            .. Enumerable.Range(0, data.RowCount).Select(row => (double[])[1, .. values.Select(value => value[row])]),
        ];
    }

    // Gaussian elimination; the curvature is positive definite, so no pivot vanishes.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = pivot + 1; row < n; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                right[row] -= factor * right[pivot];
                for (var column = pivot; column < n; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }
            }
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < n; column++)
            {
                right[row] -= matrix[row, column] * right[column];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}

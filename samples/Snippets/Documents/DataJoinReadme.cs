// <snippet: Join>
using Mlops.Data;

// </snippet>

namespace Snippets.Documents;

internal static class DataJoinReadme
{
    public static void Join()
    {
        // <snippet: Join>
        var predictions = Dataset.ParseCsv("id,score\na1,0.9\na2,0.2\na3,0.7\n");
        var labels = Dataset.ParseJsonLines("""{"id":"a3","churned":true}""");

        var joined = predictions.JoinOnKey(labels, "id");
        Console.WriteLine(
            $"{joined.Dataset.Schema}; {joined.UnmatchedLeft} of {joined.Dataset.RowCount} without a label"
        );
        // </snippet>
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CollabSummaries.Summarization.Inference.Templates;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>The batch port over a chat model: one request a prompt, so many under way at once for all callers together. The first failure ends the batch and its other requests.</summary>
internal sealed class RemoteBatch(IChatClient chat, int parallel, Speed speed) : IAnswerBatch, IDisposable
{
    private readonly SemaphoreSlim _places = new(parallel, parallel);

    public async IAsyncEnumerable<BatchAnswer> AnswerAsync(IReadOnlyList<IReadOnlyList<ChatTurn>> prompts, AnswerSettings settings, [EnumeratorCancellation] CancellationToken stop)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var busy = speed.Begin();
        var answers = Channel.CreateUnbounded<BatchAnswer>(new UnboundedChannelOptions { SingleReader = true });
        var work = AnswerAllAsync(prompts, settings, answers.Writer, left);
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return answer;
            stop.ThrowIfCancellationRequested();
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task AnswerAllAsync(IReadOnlyList<IReadOnlyList<ChatTurn>> prompts, AnswerSettings settings, ChannelWriter<BatchAnswer> answers, CancellationTokenSource left)
    {
        try
        {
            var runs = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = left.Token };
            await Parallel.ForAsync(0, prompts.Count, runs, async (k, stop) => await answers.WriteAsync(await AnswerAsync(k, prompts[k], settings, stop).ConfigureAwait(false), stop).ConfigureAwait(false)).ConfigureAwait(false);
            answers.TryComplete();
        }
        catch (Exception e)
        {
            answers.TryComplete(e);
        }
    }

    private async Task<BatchAnswer> AnswerAsync(int prompt, IReadOnlyList<ChatTurn> turns, AnswerSettings settings, CancellationToken stop)
    {
        await _places.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var options = new ChatOptions { MaxOutputTokens = settings.MostTokens, Temperature = (float)settings.Temperature, TopP = (float)settings.TopP, Seed = settings.Seed, StopSequences = settings.StopTexts?.ToList() };
            var response = await chat.GetResponseAsync(turns.Select(Message), options, stop).ConfigureAwait(false);
            speed.Add(response.Usage?.OutputTokenCount ?? 0);
            return new BatchAnswer(prompt, response.Text, response.FinishReason == ChatFinishReason.Stop, response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount);
        }
        finally
        {
            _places.Release();
        }
    }

    private static ChatMessage Message(ChatTurn turn) => new(
        turn.Part switch { ChatPart.System => ChatRole.System, ChatPart.User => ChatRole.User, _ => ChatRole.Assistant }, turn.Text);
}

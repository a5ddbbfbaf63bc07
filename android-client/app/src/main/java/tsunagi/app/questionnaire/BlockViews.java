package tsunagi.app.questionnaire;

import android.content.Context;
import tsunagi.questionnaires.SheetItem.Asked;

/** Chooses how a part of a page is drawn, by what it is and how the form would like it to look. */
record BlockViews(Context context, Answering answering) {
    /** Longer lists are searched rather than read. */
    private static final int READ_MOST = 20;

    BlockView of(FillBlock block) {
        BlockView view = draw(block);
        view.likeness(block.likeness());
        return view;
    }

    private BlockView draw(FillBlock block) {
        if (block instanceof FillBlock.Single single) {
            return question(single.asked());
        }
        if (block instanceof FillBlock.Table table) {
            return new TableBlock(context, table.rows(), answering);
        }
        if (block instanceof FillBlock.PartTitle part) {
            return new PartBlock(context, part.part(), answering);
        }
        if (block instanceof FillBlock.More more) {
            return new MoreBlock(context, more.repeat(), answering);
        }
        return block instanceof FillBlock.Title title
                ? new TitleBlock(context, title.label())
                : new NoteBlock(context, answering);
    }

    private QuestionView question(Asked asked) {
        if (asked.range().isPresent()) {
            return new RangeQuestion(context, asked, asked.range().get(), answering);
        }
        return switch (asked.type()) {
            case CHOICE -> choice(asked);
            case CHOICES ->
                isSearched(asked)
                        ? new SearchQuestion(context, asked, answering)
                        : new ChoicesQuestion(context, asked, answering);
            case WHOLE_NUMBER, NUMBER -> new NumberQuestion(context, asked, answering);
            case DATE -> new DateQuestion(context, asked, answering);
            case TIME -> new TimeQuestion(context, asked, answering);
            case MOMENT -> new MomentQuestion(context, asked, answering);
            case RANKING -> new RankingQuestion(context, asked, answering);
            case ACKNOWLEDGEMENT -> new AcknowledgeQuestion(context, asked, answering);
            case FILE -> file(asked);
            case PLACE, LINE, AREA -> new PlaceQuestion(context, asked, answering);
            case BARCODE -> new BarcodeQuestion(context, asked, answering);
            default -> new TextQuestion(context, asked, answering);
        };
    }

    private QuestionView choice(Asked asked) {
        if (isSearched(asked)) {
            return new SearchQuestion(context, asked, answering);
        }
        boolean isSideBySide = asked.appearance().contains("likert")
                || asked.appearance().contains("columns")
                || asked.appearance().contains("list-nolabel");
        return isSideBySide
                ? new LikertQuestion(context, asked, answering)
                : new ChoiceQuestion(context, asked, answering);
    }

    private static boolean isSearched(Asked asked) {
        return asked.choices().size() > READ_MOST
                || asked.appearance().contains("search")
                || asked.appearance().contains("autocomplete");
    }

    private QuestionView file(Asked asked) {
        if (asked.accepts().startsWith("audio")) {
            return new SoundQuestion(context, asked, answering);
        }
        if (!asked.accepts().startsWith("image")) {
            return new LaterQuestion(context, asked, answering);
        }
        boolean isDrawn =
                asked.appearance().contains("signature") || asked.appearance().contains("draw");
        return isDrawn
                ? new SignatureQuestion(context, asked, answering)
                : new PhotoQuestion(context, asked, answering);
    }
}

import * as contract from '@promptvault/contract/vault/reviews/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openReview, openReviewedPrompt } from './open.ts';
import { createReview } from './operations/create-review.ts';
import { decideReview } from './operations/decide-review.ts';
import { closeReview, mergeReview, reopenReview } from './operations/end-review.ts';
import { getReview } from './operations/get-review.ts';
import { listReviews } from './operations/list-reviews.ts';
import { getReviewRule, setReviewRule } from './operations/review-rule.ts';
import { updateReview } from './operations/update-review.ts';
import { toReview, toReviewPage, toReviewRule } from './views.ts';

export const routes = [
  serve(contract.listReviews).open(openOrganization).run(listReviews).view(toReviewPage),
  serve(contract.createReview).open(openReviewedPrompt).run(createReview).view(toReview),
  serve(contract.getReview).open(openReview).run(getReview).view(toReview),
  serve(contract.updateReview).open(openReview).run(updateReview).view(toReview),
  serve(contract.decideReview).open(openReview).run(decideReview).view(toReview),
  serve(contract.closeReview).open(openReview).run(closeReview).view(toReview),
  serve(contract.reopenReview).open(openReview).run(reopenReview).view(toReview),
  serve(contract.mergeReview).open(openReview).run(mergeReview).view(toReview),
  serve(contract.getReviewRule).open(openOrganization).run(getReviewRule).view(toReviewRule),
  serve(contract.setReviewRule).open(openOrganization).run(setReviewRule).view(toReviewRule),
];
